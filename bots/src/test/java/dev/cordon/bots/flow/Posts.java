package dev.cordon.bots.flow;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.PlatformEvent.Posted;
import dev.cordon.adapters.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes messages. A file's key is its content. */
final class Posts {
  static final ChatRef CHAT = new ChatRef("fake", "-1");
  static final AccountRef ACCOUNT = new AccountRef("fake", "7");
  private static final AtomicInteger EVENTS = new AtomicInteger();

  private Posts() {}

  static Posted photo(String id, String content) {
    return post(message(id, List.of(attachment(Attachment.Kind.PHOTO, content)), List.of()));
  }

  static Posted link(String id, String link) {
    return post(message(id, List.of(), List.of(link)));
  }

  static Posted post(IncomingMessage message) {
    return new Posted(eventId(), message);
  }

  static String eventId() {
    return "e" + EVENTS.incrementAndGet();
  }

  static Attachment attachment(Attachment.Kind kind, String content) {
    return new Attachment(
        kind,
        Attachment.Role.CONTENT,
        "key-" + content,
        OptionalLong.of(content.length()),
        Optional.empty(),
        content,
        List.of());
  }

  static IncomingMessage message(String id, List<Attachment> attachments, List<String> links) {
    return message(id, attachments, links, Optional.empty(), false, Sender.Standing.MEMBER);
  }

  static IncomingMessage album(String id, String content, String album) {
    return message(
        id,
        List.of(attachment(Attachment.Kind.PHOTO, content)),
        List.of(),
        Optional.of(album),
        false,
        Sender.Standing.MEMBER);
  }

  static IncomingMessage message(
      String id,
      List<Attachment> attachments,
      List<String> links,
      Optional<String> album,
      boolean edited,
      Sender.Standing standing) {
    return new IncomingMessage(
        new MessageRef(CHAT, id),
        "chat",
        IncomingMessage.ChatKind.GROUP,
        new Sender(ACCOUNT, Sender.Kind.PERSON, standing, "somebody"),
        Instant.parse("2026-01-02T03:04:05Z"),
        album,
        "",
        attachments,
        links,
        Optional.empty(),
        Optional.empty(),
        edited);
  }
}
