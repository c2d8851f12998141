package dev.cordon.adapters.telegram;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Capabilities;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.Fetch;
import dev.cordon.adapters.Health;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformProvider;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender.Standing;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One bot on Telegram: wires the parts together. */
final class TelegramPlatform implements Platform {
  private static final int CONNECTIONS = 32;
  private static final Duration REMOVABLE = Duration.ofDays(2);

  private final String name;
  private final TelegramOptions options;
  private final PlatformProvider.Context context;
  private final HttpClient client;
  private final BotApi api;
  private final Calls calls;
  private final Administrators administrators;
  private final Downloads downloads;
  private final Actions actions;
  private final Moves moves;
  private final Profiles profiles;
  private final Reception reception;

  TelegramPlatform(String name, TelegramOptions options, PlatformProvider.Context context) {
    this.name = name;
    this.options = options;
    this.context = context;
    this.client =
        context
            .vertx()
            .createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) options.timing().call().toMillis()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.api = new BotApi(WebClient.wrap(client), options, context.meters(), name);
    this.moves = new Moves(name);
    this.calls = new Calls(api, queue(), moves, name, options.token().botId());
    this.administrators = new Administrators(calls, context.clock(), options.timing().admins());
    this.downloads = new Downloads(context.vertx(), client, calls, options);
    this.actions = new Actions(calls, api, context.clock());
    this.profiles = new Profiles(calls);
    this.reception = new Reception(name, options, context, api, administrators);
  }

  private CallQueue queue() {
    TelegramOptions.Limits limits = options.limits();
    return new CallQueue(
        Permits.of("telegram-" + name, limits.callsPerSecond(), Duration.ofSeconds(1)),
        group ->
            Permits.of(
                "telegram-" + name + group, limits.groupSendsPerMinute(), Duration.ofMinutes(1)),
        limits.queueWait(),
        context.clock(),
        (delay, task) -> context.vertx().setTimer(delay.toMillis(), timer -> task.run()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Actions.SUPPORTED, options.maxFileBytes(), Optional.of(REMOVABLE), false);
  }

  @Override
  public CompletionStage<Void> start(EventSink sink) {
    moves.tell(sink);
    return reception.start(sink).toCompletionStage();
  }

  @Override
  public CompletionStage<Health> check() {
    return api.call("getMe", Map.of()).map(answer -> health(answer)).toCompletionStage();
  }

  private Health health(Answer answer) {
    return reception
        .problem()
        .map(problem -> new Health(false, problem))
        .orElseGet(() -> new Health(answer instanceof Answer.Ok, answer.reason()));
  }

  @Override
  public CompletionStage<Fetch> fetch(Attachment attachment, Path into, long maxBytes) {
    return downloads.fetch(attachment, into, maxBytes).toCompletionStage();
  }

  @Override
  public CompletionStage<Receipt> execute(Action action) {
    return actions.execute(action).toCompletionStage();
  }

  @Override
  public CompletionStage<Rights> rights(ChatRef chat) {
    return calls.ownMembership(chat.id()).compose(this::rights).toCompletionStage();
  }

  private Future<Rights> rights(Answer answer) {
    if (answer instanceof Answer.Ok ok) {
      return Future.succeededFuture(Members.rights(ok.result()));
    }
    boolean out =
        answer instanceof Answer.Failed failed && (failed.code() == 400 || failed.code() == 403);
    return out ? Future.succeededFuture(Rights.NONE) : unanswered("rights", answer);
  }

  private <T> Future<T> unanswered(String what, Answer answer) {
    return Future.failedFuture(new IOException(name + ": " + what + ": " + answer.reason()));
  }

  @Override
  public CompletionStage<Standing> standing(ChatRef chat, AccountRef account) {
    return administrators
        .of(chat.id())
        .compose(staff -> standing(staff.standingOf(account.id()), chat, account))
        .toCompletionStage();
  }

  /** Lists of administrators leave bots out, so who is not on one is asked for by name. */
  private Future<Standing> standing(Standing listed, ChatRef chat, AccountRef account) {
    if (account.id().equals(chat.id())) {
      return Future.succeededFuture(Standing.ADMINISTRATOR);
    }
    if (listed == Standing.OWNER
        || listed == Standing.ADMINISTRATOR
        || account.id().startsWith("-")) {
      return Future.succeededFuture(listed);
    }
    return calls
        .read(
            "getChatMember", Map.of("chat_id", Ids.of(chat.id()), "user_id", Ids.of(account.id())))
        .map(answer -> answer instanceof Answer.Ok ok ? Members.standing(ok.result()) : listed);
  }

  @Override
  public CompletionStage<List<Attachment>> profilePhotos(AccountRef account) {
    return profiles
        .photos(account.id())
        .compose(
            answer ->
                answer instanceof Answer.Ok ok
                    ? Future.succeededFuture(Profiles.read(account.id(), ok.result()))
                    : this.<List<Attachment>>unanswered("profile photos", answer))
        .toCompletionStage();
  }

  /** Where the webhook listens, of interest when the settings say port 0. */
  int webhookPort() {
    return reception.webhookPort();
  }

  @Override
  public String toString() {
    return name + " (Telegram bot " + options.token().botId() + ")";
  }

  @Override
  public void close() {
    reception.close();
    client.close();
  }
}
