package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.Origin;
import dev.cordon.adapters.Origin.Kind;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOrigin;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChannel;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChat;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginHiddenUser;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginUser;

/**
 * Tells where a forward came from.
 *
 * @param platform the connection's name
 */
record OriginReader(String platform) {

  Optional<Origin> read(JsonNode message) {
    JsonNode node = message.path("forward_origin");
    return Json.as(node, MessageOrigin.class).flatMap(origin -> read(origin, node));
  }

  private Optional<Origin> read(MessageOrigin origin, JsonNode node) {
    if (origin instanceof MessageOriginUser) {
      return Optional.of(of(Kind.ACCOUNT, node.path("sender_user")));
    }
    if (origin instanceof MessageOriginHiddenUser) {
      return Optional.of(
          new Origin(
              Kind.HIDDEN_ACCOUNT,
              Optional.empty(),
              Optional.empty(),
              Json.text(node, "sender_user_name")));
    }
    if (origin instanceof MessageOriginChat) {
      return Optional.of(of(Kind.CHAT, node.path("sender_chat")));
    }
    return origin instanceof MessageOriginChannel
        ? Optional.of(channel(of(Kind.CHANNEL, node.path("chat")), node))
        : Optional.empty();
  }

  private Origin of(Kind kind, JsonNode source) {
    return new Origin(
        kind,
        Json.text(source, "id").map(id -> new AccountRef(platform, id)),
        Optional.empty(),
        Optional.of(SenderReader.name(source)).filter(name -> !name.isEmpty()));
  }

  private Origin channel(Origin origin, JsonNode node) {
    Optional<MessageRef> first =
        origin
            .account()
            .flatMap(
                account ->
                    Json.text(node, "message_id")
                        .map(id -> new MessageRef(new ChatRef(platform, account.id()), id)));
    return new Origin(origin.kind(), origin.account(), first, origin.name());
  }
}
