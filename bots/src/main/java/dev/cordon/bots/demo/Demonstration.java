package dev.cordon.bots.demo;

import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.telegram.sandbox.Message;
import dev.cordon.adapters.telegram.sandbox.SandboxEvent;
import dev.cordon.adapters.telegram.sandbox.TelegramSandbox;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A Telegram of one's own with a channel, its group, a club and the moderators' chat, in which
 * people post clean and known pictures. It knows nothing of how it is guarded; it watches what
 * happens.
 */
public final class Demonstration implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final TelegramSandbox telegram;
  private final Stage stage;
  private final Live live;
  private final PrintStream out;
  private final Map<Message, Integer> forwardedFrom = new ConcurrentHashMap<>();
  private final List<Posting> postings = new ArrayList<>();

  /**
   * Sets the stage.
   *
   * @param port where the sandbox and its page listen on loopback; 0 for a free port
   * @param coloured whether {@code out} understands ANSI colours
   */
  public Demonstration(int port, PrintStream out, boolean coloured) {
    this.out = out;
    telegram = TelegramSandbox.builder().port(port).build();
    stage = new Stage(telegram);
    live = new Live(out, stage, coloured);
    telegram.onEvent(live::show);
    telegram.onEvent(this::notice);
  }

  /** Starts serving; the address of the page, which is the API's address too. */
  public URI start() {
    return telegram.start();
  }

  /** The token of the bot that guards the chats. */
  public String token() {
    return telegram.bot().token();
  }

  /** The photographs to be enrolled before the play, JPEG by name. */
  public Map<String, byte[]> known() {
    return Photographs.known();
  }

  /** The link to be enrolled before the play. */
  public String bannedLink() {
    return Play.BANNED_LINK;
  }

  /** The settings with which Cordon guards it, once it is started. */
  public String settings(Path home) {
    return String.format(
        Locale.ROOT,
        """
        home: "%s"
        redis: ""
        platforms:
          %s:
            settings:
              api-url: "%s"
              # Telegram allows 20; the demo tells its moderators more than that.
              group-sends-per-minute: 1200
        policies:
          default: {mode: enforce}
        moderators:
          chat: "%s"
        console:
          listen: ""
        """,
        home,
        Stage.PLATFORM,
        telegram.url(),
        Stage.chatRef(stage.moderators));
  }

  /** Lets people post, at a pace that can be followed. */
  public void play() {
    Play play =
        new Play(stage, telegram.posts(), () -> pause(PACE), this::untilGone, live::announce);
    postings.addAll(play.run());
    postings.addAll(automaticForwards());
    live.announce("");
  }

  /**
   * Waits until everything is dealt with and prints what came of it.
   *
   * @param escalated the messages that cases are about, as of now
   * @param idle whether nothing is under way any more
   * @return whether all of it is as policy asks
   */
  public boolean settle(Supplier<Set<MessageRef>> escalated, BooleanSupplier idle) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!(idle.getAsBoolean() && board(escalated).mistakes().isEmpty())
        && Instant.now().isBefore(deadline)) {
      pause(LOOK);
    }
    Scoreboard board = board(escalated);
    out.printf("%n%s", board.table());
    List<String> mistakes = board.mistakes();
    mistakes.forEach(mistake -> out.println("  WRONG: " + mistake));
    return mistakes.isEmpty();
  }

  @Override
  public void close() {
    telegram.close();
  }

  private Scoreboard board(Supplier<Set<MessageRef>> escalated) {
    return new Scoreboard(postings, stage, escalated.get());
  }

  private void notice(SandboxEvent event) {
    if (event instanceof SandboxEvent.Posted posted) {
      posted
          .message()
          .json()
          .filter(json -> json.path("is_automatic_forward").asBoolean())
          .map(json -> json.path("forward_origin").path("message_id").asInt())
          .ifPresent(original -> forwardedFrom.put(posted.message(), original));
    }
  }

  /** What Telegram itself forwards from the channel into its group shares the original's fate. */
  private List<Posting> automaticForwards() {
    List<Posting> copies = new ArrayList<>();
    forwardedFrom.forEach(
        (copy, original) ->
            postings.stream()
                .filter(posting -> posting.message().chat() == stage.channel)
                .filter(posting -> posting.message().id() == original)
                .map(post -> new Posting(copy, post.what() + ", forwarded by itself", post.fate()))
                .forEach(copies::add));
    return copies;
  }

  private void untilGone(Message message) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (message.removal().isEmpty() && Instant.now().isBefore(deadline)) {
      pause(LOOK);
    }
    pause(PACE);
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
