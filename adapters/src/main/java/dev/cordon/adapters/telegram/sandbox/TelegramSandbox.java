package dev.cordon.adapters.telegram.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Telegram of one's own, on loopback: people post with {@link #posts()}, a bot talks to {@link
 * #start()}'s address as it would to Telegram, and {@link #journal()} and the messages tell what it
 * did. {@link #knobs()} make it behave as badly as the real one.
 */
public final class TelegramSandbox implements AutoCloseable {
  private static final String TOKEN = "7000000001:AAsandboxSandboxSandboxSandboxSandbo";
  private static final long PATIENCE_SECONDS = 20;
  private static final int MAX_TEXT_FIELD = 1 << 20;

  private final World world;
  private final Posts posts;
  private final People people;
  private final Knobs knobs = new Knobs();
  private final Bot bot;
  private final int port;
  private @Nullable Vertx vertx;
  private @Nullable HttpServer server;

  private TelegramSandbox(Builder builder) {
    this.world = new World(builder.clock, builder.maxFileBytes, builder.maxMessages);
    this.posts = new Posts(world);
    this.people = new People(world, posts);
    this.port = builder.port;
    this.bot = people.bot("Cordon", builder.token);
  }

  /** What can be chosen before the start. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts serving on loopback; waits until it does, so not for an event loop.
   *
   * @return the address to use in place of {@code https://api.telegram.org}, without a last slash
   * @throws IllegalStateException when the port is taken or it was started before
   */
  public synchronized URI start() {
    if (vertx != null) {
      throw new IllegalStateException("the sandbox is started already");
    }
    VertxOptions options = new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2);
    Vertx own = Vertx.vertx(options);
    vertx = own;
    HttpClient client = own.createHttpClient();
    Api api = new Api(world, posts, knobs, own, client);
    PageFront page = new PageFront(own, world, new PageActions(world, posts, people));
    HttpFront front = new HttpFront(own, world, api, knobs, page);
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMaxFormAttributeSize(MAX_TEXT_FIELD);
    server = await(own.createHttpServer(http).requestHandler(front::handle).listen());
    return url();
  }

  /** Where it serves. */
  public synchronized URI url() {
    HttpServer running =
        Optional.ofNullable(server)
            .orElseThrow(() -> new IllegalStateException("the sandbox is not started"));
    return URI.create("http://127.0.0.1:" + running.actualPort());
  }

  /** The bot to be tested. */
  public Bot bot() {
    return bot;
  }

  /** People, chats, rights. */
  public People people() {
    return people;
  }

  /** Posting as people do. */
  public Posts posts() {
    return posts;
  }

  /** What bots did so far. */
  public Journal journal() {
    return world.journal();
  }

  /** Latency, errors, outages. */
  public Knobs knobs() {
    return knobs;
  }

  /** How many bytes of files are kept at the moment. */
  public long bytesHeld() {
    return world.files().bytesHeld();
  }

  /** Tells all that members can see, as it happens, on the thread that does it: be quick. */
  public void onEvent(Consumer<SandboxEvent> listener) {
    world.onEvent(listener);
  }

  @Override
  public synchronized void close() {
    if (vertx != null) {
      await(vertx.close());
      vertx = null;
      server = null;
    }
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the sandbox did not start or stop: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Collects what can be chosen before the start. */
  public static final class Builder {
    private Clock clock = Clock.systemUTC();
    private int port;
    private long maxFileBytes = 96L << 20;
    private int maxMessages = 20_000;
    private String token = TOKEN;

    private Builder() {}

    /** Dates of messages, the 48-hour rule and ends of bans follow this clock. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** A fixed port; without it a free one is taken. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** How many bytes of files are kept, at least 1 MiB; the oldest go first. */
    public Builder maxFileBytes(long value) {
      maxFileBytes = Math.max(1L << 20, value);
      return this;
    }

    /** How many messages are kept, at least 100; the oldest go first. */
    public Builder maxMessages(int value) {
      maxMessages = Math.max(100, value);
      return this;
    }

    /** The bot's token, {@code <id>:<secret>}. */
    public Builder token(String value) {
      token = value;
      return this;
    }

    /** The sandbox, not started. */
    public TelegramSandbox build() {
      return new TelegramSandbox(this);
    }
  }
}
