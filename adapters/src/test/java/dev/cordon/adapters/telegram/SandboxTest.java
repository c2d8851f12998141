package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Fetch;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.PlatformEvent.Joined;
import dev.cordon.adapters.PlatformEvent.Posted;
import dev.cordon.adapters.PlatformEvent.Pressed;
import dev.cordon.adapters.PlatformEvent.RightsChanged;
import dev.cordon.adapters.PlatformProvider;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Receipt.Reason;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender;
import dev.cordon.adapters.Sender.Standing;
import dev.cordon.adapters.telegram.sandbox.Author;
import dev.cordon.adapters.telegram.sandbox.Chat;
import dev.cordon.adapters.telegram.sandbox.Fault;
import dev.cordon.adapters.telegram.sandbox.Knobs;
import dev.cordon.adapters.telegram.sandbox.Media;
import dev.cordon.adapters.telegram.sandbox.Member;
import dev.cordon.adapters.telegram.sandbox.Message;
import dev.cordon.adapters.telegram.sandbox.Post;
import dev.cordon.adapters.telegram.sandbox.Right;
import dev.cordon.adapters.telegram.sandbox.TelegramSandbox;
import dev.cordon.adapters.telegram.sandbox.User;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against a whole Telegram, strict about every parameter. */
class SandboxTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final byte[] PICTURE = picture(1400, 900);

  @TempDir Path folder;
  private final TelegramSandbox sandbox = TelegramSandbox.builder().build();
  private final List<PlatformEvent> events = new CopyOnWriteArrayList<>();
  private final User olga = sandbox.people().person("Olga");
  private final User max = sandbox.people().person("Max");
  private final Chat channel = sandbox.people().channel("News", olga);
  private final Chat group = sandbox.people().supergroup("Talk", olga);
  private Platform platform;

  @BeforeEach
  void start() {
    String url = sandbox.start().toString();
    sandbox.people().link(channel, group);
    sandbox.people().promoteFully(channel, sandbox.bot().user());
    sandbox.people().promoteFully(group, sandbox.bot().user());
    sandbox.people().join(group, max);
    platform =
        new TelegramProvider()
            .create(
                "tg",
                Map.of(
                    "token", sandbox.bot().token(),
                    "api-url", url,
                    "poll-timeout", "1s",
                    "backoff-least", "5ms",
                    "backoff-most", "20ms"),
                new PlatformProvider.Context(
                    VERTX, new SimpleMeterRegistry(), Clock.systemUTC(), folder));
    Fixture.get(
        platform.start(
            batch -> {
              events.addAll(batch);
              return CompletableFuture.completedFuture(null);
            }));
    Fixture.until("joined", () -> events.stream().anyMatch(Joined.class::isInstance));
    events.clear();
  }

  @AfterEach
  void stop() {
    platform.close();
    sandbox.close();
  }

  @AfterAll
  static void end() {
    VERTX.close();
  }

  static byte[] picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().setPaint(Color.ORANGE);
    image.getGraphics().fillOval(10, 10, width / 2, height / 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ChatRef ref(Chat chat) {
    return new ChatRef("tg", Long.toString(chat.id()));
  }

  private static AccountRef ref(User user) {
    return new AccountRef("tg", Long.toString(user.id()));
  }

  private <T extends PlatformEvent> T next(Class<T> kind) {
    Fixture.until(kind.getSimpleName(), () -> events.stream().anyMatch(kind::isInstance));
    T event = kind.cast(events.stream().filter(kind::isInstance).findFirst().orElseThrow());
    events.remove(event);
    return event;
  }

  private IncomingMessage post(Author author, Post post) {
    sandbox.posts().post(group, author, post);
    return next(Posted.class).message();
  }

  private Receipt execute(Action action) {
    return Fixture.get(platform.execute(action));
  }

  private Receipt remove(Message... messages) {
    return execute(
        new Action.RemoveMessages(
            ref(messages[0].chat()),
            List.of(messages).stream().map(message -> Integer.toString(message.id())).toList()));
  }

  @Test
  void aPostedPictureIsFetchedAndRemoved() {
    IncomingMessage message = post(Author.of(max), Post.of(Media.photo(PICTURE)).covered());
    assertThat(message.sender().standing()).isEqualTo(Standing.MEMBER);
    Attachment photo = message.attachments().get(0);
    Path file = folder.resolve("photo");
    assertThat(Fixture.get(platform.fetch(photo, file, 1 << 20)))
        .isEqualTo(new Fetch.Fetched(photo.size().orElseThrow()));
    assertThat(size(file).getWidth()).isBetween(512, 1000);

    Message posted = group.message(Integer.parseInt(message.ref().id())).orElseThrow();
    assertThat(remove(posted)).isEqualTo(Receipt.Done.of(false));
    assertThat(posted.removal()).isPresent();
    assertThat(remove(posted)).isEqualTo(Receipt.Done.of(true));
  }

  private static BufferedImage size(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSameFileHasTheSameKeyWhereverItIsPosted() {
    Message first = sandbox.posts().post(group, Author.of(max), Post.of(Media.photo(PICTURE)));
    IncomingMessage original = next(Posted.class).message();
    sandbox.posts().forward(first, group, Author.of(max));
    IncomingMessage forward = next(Posted.class).message();
    assertThat(forward.attachments().get(0).contentKey())
        .isEqualTo(original.attachments().get(0).contentKey());
    assertThat(forward.origin()).isPresent();
    sandbox.posts().edit(first, Post.of(Media.photo(picture(700, 700))));
    IncomingMessage edited = next(Posted.class).message();
    assertThat(edited.edited()).isTrue();
    assertThat(edited.ref()).isEqualTo(original.ref());
    assertThat(edited.attachments().get(0).contentKey())
        .isNotEqualTo(original.attachments().get(0).contentKey());
  }

  @Test
  void anAlbumIsManyMessagesWithOneId() {
    List<Message> album =
        sandbox
            .posts()
            .album(
                group,
                Author.of(max),
                List.of(Post.of(Media.photo(PICTURE)), Post.of(Media.photo(picture(600, 600)))));
    IncomingMessage a = next(Posted.class).message();
    IncomingMessage b = next(Posted.class).message();
    assertThat(a.albumId()).isPresent().isEqualTo(b.albumId());
    assertThat(remove(album.toArray(Message[]::new))).isEqualTo(Receipt.Done.of(false));
    assertThat(album).allMatch(message -> message.removal().isPresent());
  }

  @Test
  void whoPosted() {
    assertThat(post(Author.of(olga), Post.text("a")).sender().standing()).isEqualTo(Standing.OWNER);
    assertThat(post(Author.anonymous(olga, group), Post.text("b")).sender().kind())
        .isEqualTo(Sender.Kind.ANONYMOUS_ADMIN);
    Chat stranger = sandbox.people().channel("Spam", max);
    IncomingMessage spam = post(Author.channel(stranger), Post.text("c @evil_name"));
    assertThat(spam.sender().kind()).isEqualTo(Sender.Kind.CHANNEL_IDENTITY);
    assertThat(spam.sender().standing()).isEqualTo(Standing.MEMBER);
    assertThat(execute(new Action.BanSenderChat(ref(group), spam.sender().account())))
        .isEqualTo(Receipt.Done.of(false));
    assertThat(group.bannedChats()).containsExactly(stranger.id());
    assertThat(execute(new Action.Reinstate(ref(group), spam.sender().account(), true)))
        .isEqualTo(Receipt.Done.of(false));
    assertThat(group.bannedChats()).isEmpty();

    sandbox.posts().post(channel, Author.channel(channel), Post.text("d"));
    assertThat(next(Posted.class).message().sender().kind()).isEqualTo(Sender.Kind.CHANNEL_POST);
    assertThat(next(Posted.class).message().sender().kind())
        .isEqualTo(Sender.Kind.AUTOMATIC_FORWARD);
  }

  @Test
  void bansRestrictionsAndBack() {
    Action ban = new Action.BanAccount(ref(group), ref(max), Optional.empty());
    assertThat(execute(ban)).isEqualTo(Receipt.Done.of(false));
    assertThat(group.banned()).containsExactly(max);
    assertThat(execute(ban)).isEqualTo(Receipt.Done.of(true));
    assertThat(sandbox.journal().bans()).isEqualTo(1);
    Action reinstate = new Action.Reinstate(ref(group), ref(max), false);
    assertThat(execute(reinstate)).isEqualTo(Receipt.Done.of(false));
    assertThat(execute(reinstate)).isEqualTo(Receipt.Done.of(true));
    assertThat(group.banned()).isEmpty();

    sandbox.people().join(group, max);
    Action restrict = new Action.RestrictAccount(ref(group), ref(max), Optional.empty());
    assertThat(execute(restrict)).isEqualTo(Receipt.Done.of(false));
    assertThat(group.member(max).status()).isEqualTo(Member.Status.RESTRICTED);
    assertThat(execute(restrict)).isEqualTo(Receipt.Done.of(true));
    assertThat(execute(reinstate)).isEqualTo(Receipt.Done.of(false));
    assertThat(group.member(max).status()).isNotEqualTo(Member.Status.RESTRICTED);
  }

  @Test
  void refusals() {
    assertThat(code(new Action.BanAccount(ref(group), ref(olga), Optional.empty())))
        .isEqualTo(Reason.PROTECTED_ACCOUNT);
    assertThat(code(new Action.RemoveMessages(new ChatRef("tg", "-1009999999"), List.of("1"))))
        .isEqualTo(Reason.NOT_FOUND);
    sandbox.people().promote(group, sandbox.bot().user(), Right.DELETE_MESSAGES);
    assertThat(next(RightsChanged.class).rights()).isEqualTo(new Rights(true, true, false));
    assertThat(Fixture.get(platform.rights(ref(group)))).isEqualTo(new Rights(true, true, false));
    assertThat(code(new Action.BanAccount(ref(group), ref(max), Optional.empty())))
        .isEqualTo(Reason.MISSING_RIGHT);
    sandbox.people().demote(group, sandbox.bot().user());
    Message message = sandbox.posts().post(group, Author.of(max), Post.text("x"));
    assertThat(((Receipt.Refused) remove(message)).code()).isEqualTo(Reason.MISSING_RIGHT);
  }

  private Reason code(Action action) {
    Receipt receipt = execute(action);
    assertThat(receipt).isInstanceOf(Receipt.Refused.class);
    return ((Receipt.Refused) receipt).code();
  }

  @Test
  void noticesWithAndWithoutPictureAndTheirButtons() {
    List<List<Action.Button>> buttons = List.of(List.of(new Action.Button("Undo", "undo:1")));
    for (Optional<byte[]> picture : List.of(Optional.of(PICTURE), Optional.<byte[]>empty())) {
      Receipt.Done done =
          (Receipt.Done)
              execute(
                  new Action.PostNotice(ref(group), "removed", picture, buttons, Optional.empty()));
      MessageRef notice = done.posted().orElseThrow();
      Message posted = group.message(Integer.parseInt(notice.id())).orElseThrow();
      assertThat(posted.text()).isEqualTo("removed");
      String press = sandbox.posts().press(posted, olga, "undo:1");
      Pressed pressed = next(Pressed.class);
      assertThat(pressed)
          .isEqualTo(
              new Pressed(pressed.eventId(), press, notice, ref(olga), Standing.OWNER, "undo:1"));
      Action answer = new Action.AnswerPress(ref(group), press, "undone");
      assertThat(execute(answer)).isEqualTo(Receipt.Done.of(false));
      assertThat(execute(answer)).isEqualTo(Receipt.Done.of(true));
      Action edit = new Action.EditNotice(notice, "undone", List.of(), picture.isPresent());
      assertThat(execute(edit)).isEqualTo(Receipt.Done.of(false));
      assertThat(execute(edit)).isEqualTo(Receipt.Done.of(true));
    }
  }

  @Test
  void joiningAndAskingToJoin() {
    User nora = sandbox.people().person("Nora");
    sandbox.people().profilePhoto(nora, PICTURE);
    sandbox.people().join(group, nora);
    Joined joined = next(Joined.class);
    assertThat(joined.member().account()).isEqualTo(ref(nora));
    assertThat(joined.request()).isFalse();
    assertThat(Fixture.get(platform.profilePhotos(ref(nora)))).hasSize(1);

    User rita = sandbox.people().person("Rita");
    sandbox.people().requestToJoin(group, rita);
    Joined request = next(Joined.class);
    assertThat(request.request()).isTrue();
    assertThat(request.member().account()).isEqualTo(ref(rita));
    Action decline = new Action.DeclineJoin(ref(group), ref(rita));
    assertThat(execute(decline)).isEqualTo(Receipt.Done.of(false));
    assertThat(execute(decline)).isEqualTo(Receipt.Done.of(true));
  }

  @Test
  void aChatThatMoves() {
    Chat small = sandbox.people().group("Small", olga);
    sandbox.people().promoteFully(small, sandbox.bot().user());
    Message old = sandbox.posts().post(small, Author.of(olga), Post.text("before"));
    Chat big = sandbox.people().migrate(small);
    PlatformEvent.ChatMoved moved = next(PlatformEvent.ChatMoved.class);
    assertThat(moved.chat()).isEqualTo(ref(small));
    assertThat(moved.newChat()).isEqualTo(ref(big));
    assertThat(((Receipt.Refused) remove(old)).code()).isEqualTo(Reason.CHAT_MOVED);
    Fixture.until(
        "told again",
        () -> events.stream().anyMatch(event -> event.eventId().startsWith("moved/")));
  }

  @Test
  void aFileBeyondTwentyMegabytes() {
    Media large =
        Media.document(new byte[100], "big.bin", "application/zip").claimingSize(30 << 20);
    IncomingMessage message = post(Author.of(max), Post.of(large));
    Attachment document = message.attachments().get(0);
    assertThat(Fixture.get(platform.fetch(document, folder.resolve("big"), Long.MAX_VALUE)))
        .isEqualTo(new Fetch.TooLarge(20 << 20));
    Attachment unsized =
        new Attachment(
            document.kind(),
            document.role(),
            document.contentKey(),
            java.util.OptionalLong.empty(),
            document.fileName(),
            document.locator(),
            List.of());
    assertThat(Fixture.get(platform.fetch(unsized, folder.resolve("big"), Long.MAX_VALUE)))
        .isEqualTo(new Fetch.TooLarge(20 << 20));
  }

  @Test
  void nothingIsLostOrDoubledWhileTelegramFailsInEveryWay() {
    sandbox.knobs().every(3, "getUpdates", new Fault.HtmlError());
    sandbox.knobs().every(4, "getUpdates", new Fault.DropAfter());
    sandbox.knobs().every(5, "getUpdates", new Fault.CutAnswer());
    sandbox.knobs().every(7, "getUpdates", new Fault.ServerError(500));
    for (int i = 0; i < 60; i++) {
      sandbox.posts().post(group, Author.of(max), Post.text("post " + i));
      int posted = i;
      if (i % 4 == 0) {
        Fixture.until("post " + i, () -> events.size() > posted);
      }
      if (i == 30) {
        sandbox.knobs().outage(true);
        Fixture.until("noticed", () -> !Fixture.get(platform.check()).up());
        sandbox.knobs().outage(false);
      }
    }
    Fixture.until("all", () -> events.size() >= 60);
    assertThat(events)
        .extracting(event -> ((Posted) event).message().text())
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 60).mapToObj(i -> "post " + i).toList());
    sandbox.knobs().clear();
    Fixture.until("acknowledged", () -> sandbox.bot().pendingUpdates() == 0);
  }

  @Test
  void anActionThatWasDoneWithoutAnAnswerIsDoneOnTheNextTry() {
    Message message = sandbox.posts().post(group, Author.of(max), Post.text("x"));
    next(Posted.class);
    sandbox.knobs().once("deleteMessage", new Fault.DropAfter());
    assertThat(remove(message)).isInstanceOf(Receipt.Deferred.class);
    assertThat(remove(message)).isEqualTo(Receipt.Done.of(true));
    sandbox.knobs().once(Knobs.FILE, new Fault.CutAnswer());
    IncomingMessage photo = post(Author.of(max), Post.of(Media.photo(PICTURE)));
    Attachment file = photo.attachments().get(0);
    assertThat(Fixture.get(platform.fetch(file, folder.resolve("f"), 1 << 20)))
        .isInstanceOf(Fetch.Deferred.class);
    assertThat(Fixture.get(platform.fetch(file, folder.resolve("f"), 1 << 20)))
        .isInstanceOf(Fetch.Fetched.class);
  }
}
