package sample;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Capabilities;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.Fetch;
import dev.cordon.adapters.Health;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class SamplePlatform implements Platform {
  private final String name;
  private final Path picture;
  private final Path asked;

  SamplePlatform(String name, Path picture, Path asked) {
    this.name = name;
    this.picture = picture;
    this.asked = asked;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Set.of(Action.RemoveMessages.class), Long.MAX_VALUE, Optional.empty(), false);
  }

  @Override
  public CompletionStage<Void> start(EventSink sink) {
    return sink.accept(List.of(new PlatformEvent.Posted("1", message())));
  }

  private IncomingMessage message() {
    AccountRef account = new AccountRef(name, "somebody");
    Attachment photo =
        new Attachment(
            Attachment.Kind.PHOTO,
            Attachment.Role.CONTENT,
            "the-picture",
            OptionalLong.empty(),
            Optional.empty(),
            "locator",
            List.of());
    return new IncomingMessage(
        new MessageRef(new ChatRef(name, "room"), "m1"),
        "Room",
        IncomingMessage.ChatKind.GROUP,
        new Sender(account, Sender.Kind.PERSON, Sender.Standing.MEMBER, "Somebody"),
        Instant.now(),
        Optional.empty(),
        "",
        List.of(photo),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  @Override
  public CompletionStage<Health> check() {
    return CompletableFuture.completedFuture(new Health(true, "here"));
  }

  @Override
  public CompletionStage<Fetch> fetch(Attachment attachment, Path into, long maxBytes) {
    try {
      Files.copy(picture, into, StandardCopyOption.REPLACE_EXISTING);
      return CompletableFuture.completedFuture(new Fetch.Fetched(Files.size(into)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletionStage<Receipt> execute(Action action) {
    try {
      Files.writeString(
          asked, action + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return CompletableFuture.completedFuture(Receipt.Done.of(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletionStage<Rights> rights(ChatRef chat) {
    return CompletableFuture.completedFuture(new Rights(true, true, true));
  }

  @Override
  public CompletionStage<Sender.Standing> standing(ChatRef chat, AccountRef account) {
    return CompletableFuture.completedFuture(Sender.Standing.MEMBER);
  }

  @Override
  public CompletionStage<List<Attachment>> profilePhotos(AccountRef account) {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public void close() {}
}
