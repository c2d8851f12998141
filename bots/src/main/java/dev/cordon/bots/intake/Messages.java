package dev.cordon.bots.intake;

import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.IncomingMessage.ChatKind;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.PlatformEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages made from others and from events. */
final class Messages {
  private Messages() {}

  /** A message that stands for the profile pictures of somebody who joins. */
  static IncomingMessage joining(PlatformEvent.Joined joined, List<Attachment> photos, Instant at) {
    String id = "join-" + joined.member().account().id() + "-" + joined.eventId();
    return new IncomingMessage(
        new MessageRef(joined.chat(), id),
        "",
        ChatKind.GROUP,
        joined.member(),
        at,
        Optional.empty(),
        "",
        photos,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
