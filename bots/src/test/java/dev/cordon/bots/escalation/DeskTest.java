package dev.cordon.bots.escalation;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.policy.Finding;
import dev.cordon.bots.redis.RedisCases;
import dev.cordon.bots.redis.RedisChatMoves;
import dev.cordon.bots.redis.RedisLedger;
import dev.cordon.bots.redis.RedisOutbox;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RedisServerExtension.class)
class DeskTest {
  private static final ChatRef CHAT = new ChatRef("telegram", "-100");
  private static final ChatRef MODERATORS = new ChatRef("telegram", "-200");
  private static final AccountRef ALICE = new AccountRef("telegram", "1");
  private static final AccountRef BOB = new AccountRef("telegram", "2");
  private static final AccountRef MEMBER = new AccountRef("telegram", "3");
  private static final AccountRef SENDER = new AccountRef("telegram", "9");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final List<ActionQueue.Order> orders = new CopyOnWriteArrayList<>();
  private final List<MessageRef> forgiven = new CopyOnWriteArrayList<>();
  private final ActionQueue actions =
      order -> {
        boolean fresh = orders.stream().noneMatch(o -> o.key().equals(order.key()));
        if (fresh) {
          orders.add(order);
        }
        return CompletableFuture.completedFuture(fresh);
      };
  private final Clock clock = Clock.fixed(NOW, java.time.ZoneOffset.UTC);

  @TempDir Path scratch;
  private Decision.Mode mode = Decision.Mode.ENFORCE;
  private RedisLink link;
  private RedisCases cases;
  private RedisBankStore banks;
  private Ledger ledger;
  private Moderators moderators;
  private Presses presses;
  private CaseDesk desk;

  @BeforeEach
  void wire(RedisLink redis) {
    link = redis;
    cases = new RedisCases(redis);
    banks = new RedisBankStore(redis, clock);
    ledger = new RedisLedger(redis, clock);
    moderators =
        new Moderators(
            this::settings, Map.of("telegram", new TwoAdmins()), new RedisChatMoves(redis));
    KnownMedia known = new KnownMedia(Map.of(), new NoMatcher(), banks, scratch, clock);
    Review review =
        new Review(
            actions,
            ledger,
            known,
            (account, message) -> {
              forgiven.add(message);
              return CompletableFuture.completedFuture(null);
            },
            moderators,
            chat -> CompletableFuture.completedFuture(mode));
    presses = new Presses(cases, review, moderators, actions, clock);
    desk = new CaseDesk(cases, new NoMatcher(), new CaseIds(new Random(1)), clock);
  }

  private ModeratorSettings settings() {
    return new ModeratorSettings(Optional.of(MODERATORS), "moderators", 2);
  }

  @Test
  void opensOneCaseAKeyHoweverOftenItIsAsked() {
    List<CompletableFuture<Case>> opened =
        IntStream.range(0, 20).mapToObj(i -> open("decided:x").toCompletableFuture()).toList();
    assertThat(opened.stream().map(CompletableFuture::join).map(Case::id).distinct()).hasSize(1);
    assertThat(outbox().take(Duration.ofMillis(1), Duration.ofMinutes(1))).hasSize(1);
  }

  @Test
  void settlesOneWayWhenTwoPressAtOnce() {
    Case opened = open("decided:x").toCompletableFuture().join();
    CompletionStage<Void> first = press("10", ALICE, opened, "CONFIRM_AND_BAN");
    CompletionStage<Void> second = press("11", BOB, opened, "UNDO");
    CompletableFuture.allOf(first.toCompletableFuture(), second.toCompletableFuture()).join();
    Case settled = cases.find(opened.id()).toCompletableFuture().join().orElseThrow();
    boolean banned = settled.outcome().orElseThrow().choice() == Case.Choice.CONFIRM_AND_BAN;
    assertThat(acts(Action.BanAccount.class)).hasSize(banned ? 1 : 0);
    assertThat(acts(Action.Reinstate.class)).hasSize(banned ? 0 : 1);
    assertThat(acts(Action.AnswerPress.class)).hasSize(2);
    assertThat(cases.open(10).toCompletableFuture().join()).isEmpty();
  }

  @Test
  void undoReinstatesForgivesAndDisputesTheEntry() {
    banks.put(Bank.named("demo")).toCompletableFuture().join();
    BankEntry entry =
        new BankEntry(
            banks.newId(),
            "demo",
            List.of(Signal.exact(Signal.SHA256, "ab".repeat(32))),
            Opinion.VIOLATING,
            Set.of(),
            "test",
            "",
            NOW,
            Optional.empty(),
            Optional.empty());
    banks.put(List.of(entry)).toCompletableFuture().join();
    Case opened = open("decided:x", decision(entry.id())).toCompletableFuture().join();
    press("10", ALICE, opened, "UNDO").toCompletableFuture().join();
    assertThat(banks.entry(entry.id()).toCompletableFuture().join().orElseThrow().opinion())
        .isEqualTo(Opinion.DISPUTED);
    assertThat(acts(Action.Reinstate.class)).hasSize(1);
    assertThat(forgiven).containsExactly(message().ref());
    assertThat(
            ledger
                .find("reviewed:" + opened.id())
                .toCompletableFuture()
                .join()
                .orElseThrow()
                .kind())
        .isEqualTo(Ledger.Kind.REVERSED);
  }

  @Test
  void aPressThatWasCutOffIsCarriedOutAgainWithTheSameEffectOnce() {
    Case opened = open("decided:x").toCompletableFuture().join();
    press("10", ALICE, opened, "CONFIRM_AND_BAN").toCompletableFuture().join();
    press("10", ALICE, opened, "CONFIRM_AND_BAN").toCompletableFuture().join();
    assertThat(acts(Action.BanAccount.class)).hasSize(1);
    assertThat(acts(Action.EditNotice.class)).hasSize(1);
  }

  @Test
  void onlyModeratorsPressesCount() {
    Case opened = open("decided:x").toCompletableFuture().join();
    press("10", MEMBER, opened, "CONFIRM_AND_BAN").toCompletableFuture().join();
    pressIn(CHAT, "11", ALICE, "case:" + opened.id() + ":UNDO").toCompletableFuture().join();
    pressIn(MODERATORS, "12", ALICE, "case:" + opened.id() + ":EVERYTHING")
        .toCompletableFuture()
        .join();
    pressIn(MODERATORS, "13", ALICE, "case:C-NONE000:UNDO").toCompletableFuture().join();
    assertThat(cases.find(opened.id()).toCompletableFuture().join().orElseThrow().outcome())
        .isEmpty();
    assertThat(orders).allMatch(order -> order.action() instanceof Action.AnswerPress).hasSize(4);
  }

  @Test
  void whatPeopleChooseIsSimulatedWhereOnlyObservingIsAllowed() {
    mode = Decision.Mode.OBSERVE;
    Case opened = open("decided:x").toCompletableFuture().join();
    press("10", ALICE, opened, "CONFIRM_AND_BAN").toCompletableFuture().join();
    assertThat(orders)
        .filteredOn(order -> order.action() instanceof Action.BanAccount)
        .allMatch(order -> order.mode() == Decision.Mode.OBSERVE)
        .hasSize(1);
  }

  @Test
  void buttonsAreHeardWhereTheModeratorsChatHasGone() {
    ChatRef now = new ChatRef("telegram", "-300");
    new RedisChatMoves(link).moved(MODERATORS, now).toCompletableFuture().join();
    Case opened = open("decided:x").toCompletableFuture().join();
    pressIn(now, "10", ALICE, "case:" + opened.id() + ":UNDO").toCompletableFuture().join();
    assertThat(cases.find(opened.id()).toCompletableFuture().join().orElseThrow().outcome())
        .isPresent();
    String overruled = Ledger.overruled(message().ref().toString());
    assertThat(ledger.find(overruled).toCompletableFuture().join()).isPresent();
  }

  @Test
  void countsReportersOnceAndHoldsThemToTheirRate() {
    Commands commands = commands();
    commands.handle(command("20", MEMBER, "/report", 5)).toCompletableFuture().join();
    commands.handle(command("20", MEMBER, "/report", 5)).toCompletableFuture().join();
    commands.handle(command("21", BOB, "/report please", 5)).toCompletableFuture().join();
    commands.handle(command("22", MEMBER, "/report", 6)).toCompletableFuture().join();
    commands.handle(command("23", MEMBER, "/report", 7)).toCompletableFuture().join();
    List<Case> open = cases.open(10).toCompletableFuture().join();
    assertThat(open).hasSize(2);
    Case first =
        cases
            .about("reported:" + new MessageRef(CHAT, "5"))
            .toCompletableFuture()
            .join()
            .orElseThrow();
    assertThat(first.reporters()).containsExactlyInAnyOrder(MEMBER, BOB);
  }

  @Test
  void anUntoldItemComesBackAndATakenRouteIsNotToldAgain() {
    open("decided:x").toCompletableFuture().join();
    RedisOutbox outbox = outbox();
    Outbox.Item item = outbox.take(Duration.ofMillis(1), Duration.ofMinutes(1)).get(0);
    outbox.taken(item, "file").toCompletableFuture().join();
    Outbox.Item again = outbox().take(Duration.ofMillis(1), Duration.ZERO).get(0);
    assertThat(again.id()).isEqualTo(item.id());
    assertThat(outbox.taken(again).toCompletableFuture().join()).containsExactly("file");
    outbox.done(again).toCompletableFuture().join();
    assertThat(outbox.take(Duration.ofMillis(1), Duration.ZERO)).isEmpty();
  }

  @Test
  void theCourierTellsEveryRouteAndGoesOnAfterAFailure() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    CompletableFuture<String> all = new CompletableFuture<>();
    EscalationRoute route = new Recording(told, all);
    try (Courier courier =
        new Courier(
            outbox(),
            cases,
            ledger,
            List.of(route, new ModeratorsChat(() -> Optional.of(MODERATORS), actions)))) {
      courier.start();
      Case opened = open("decided:x").toCompletableFuture().join();
      desk.alert("rights:-100", CHAT, "rights were lost").toCompletableFuture().join();
      all.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
      assertThat(told).contains("opened " + opened.id(), "alert rights were lost");
      assertThat(ledger.find("escalated:" + opened.id()).toCompletableFuture().join()).isPresent();
    }
    Action.PostNotice notice =
        acts(Action.PostNotice.class).stream()
            .filter(n -> n.text().startsWith("Case"))
            .findFirst()
            .orElseThrow();
    assertThat(notice.text())
        .contains("Why: because")
        .contains("evil name")
        .doesNotContain("\u202e");
    assertThat(notice.buttons().get(0)).hasSize(2);
  }

  private Commands commands() {
    return new Commands(
        cases,
        desk,
        moderators,
        new KnownMedia(Map.of(), new NoMatcher(), banks, scratch, clock),
        actions,
        new NoSwitch(),
        ledger,
        chat -> CompletableFuture.completedFuture(mode));
  }

  private RedisOutbox outbox() {
    return new RedisOutbox(link, "test-" + System.nanoTime());
  }

  private CompletionStage<Case> open(String key) {
    return open(key, decision("E1"));
  }

  private CompletionStage<Case> open(String key, Decision decision) {
    return desk.open(key, "because", message(), Optional.of(decision), Optional.empty());
  }

  private <T extends Action> List<T> acts(Class<T> type) {
    List<T> found = new ArrayList<>();
    orders.stream()
        .map(ActionQueue.Order::action)
        .filter(type::isInstance)
        .map(type::cast)
        .forEach(found::add);
    return found;
  }

  private CompletionStage<Void> press(String event, AccountRef who, Case about, String choice) {
    return pressIn(MODERATORS, event, who, "case:" + about.id() + ":" + choice);
  }

  private CompletionStage<Void> pressIn(ChatRef chat, String event, AccountRef who, String data) {
    return presses.handle(
        new PlatformEvent.Pressed(
            event, "q" + event, new MessageRef(chat, "77"), who, Sender.Standing.UNKNOWN, data));
  }

  private static Decision decision(String entry) {
    Match match =
        new Match(
            "demo",
            entry,
            Opinion.VIOLATING,
            "PDQ",
            4,
            100,
            "none",
            1,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Decision(
        "default/band-20",
        Decision.Mode.ENFORCE,
        List.of(
            new Action.RemoveMessages(CHAT, List.of("5")),
            new Action.RestrictAccount(CHAT, SENDER, Optional.empty())),
        Optional.of("because"),
        List.of(
            new Finding("k", Optional.empty(), new MatchResult.Matched(List.of(match), "0-0"))));
  }

  private static IncomingMessage message() {
    return message("5", SENDER, "", Optional.empty());
  }

  private static PlatformEvent command(String event, AccountRef who, String text, int replyTo) {
    IncomingMessage target = message(Integer.toString(replyTo), SENDER, "", Optional.empty());
    return new PlatformEvent.Posted(event, message(event, who, text, Optional.of(target)));
  }

  private static IncomingMessage message(
      String id, AccountRef who, String text, Optional<IncomingMessage> replyTo) {
    return new IncomingMessage(
        new MessageRef(CHAT, id),
        "A chat",
        IncomingMessage.ChatKind.GROUP,
        new Sender(who, Sender.Kind.PERSON, Sender.Standing.MEMBER, "evil\u202e\nname"),
        NOW,
        Optional.empty(),
        text,
        List.of(),
        List.of(),
        Optional.empty(),
        replyTo,
        false);
  }

  private static final class Recording implements EscalationRoute {
    private final List<String> told;
    private final CompletableFuture<String> all;
    private boolean failed;

    Recording(List<String> told, CompletableFuture<String> all) {
      this.told = told;
      this.all = all;
    }

    @Override
    public String name() {
      return "recording";
    }

    @Override
    public synchronized CompletionStage<Void> escalate(Case opened, Optional<byte[]> preview) {
      return tell("opened " + opened.id());
    }

    @Override
    public CompletionStage<Void> settled(Case settled) {
      return tell("settled " + settled.id());
    }

    @Override
    public synchronized CompletionStage<Void> alert(Alert alert) {
      return tell("alert " + alert.why());
    }

    private CompletionStage<Void> tell(String what) {
      if (!failed) {
        failed = true;
        return CompletableFuture.failedFuture(new java.io.IOException("the route is down"));
      }
      told.add(what);
      if (told.size() == 2) {
        all.complete("told");
      }
      return CompletableFuture.completedFuture(null);
    }
  }

  private static final class NoSwitch implements dev.cordon.bots.enforcement.KillSwitch {
    @Override
    public boolean engaged() {
      return false;
    }

    @Override
    public CompletionStage<Void> set(boolean engaged, String who, String why) {
      return CompletableFuture.completedFuture(null);
    }
  }

  private static final class NoMatcher implements dev.cordon.matcher.Matcher {
    @Override
    public CompletionStage<dev.cordon.matcher.Scan> scan(Path media) {
      throw new AssertionError("nothing is scanned here");
    }

    @Override
    public CompletionStage<MatchResult> match(List<Signal> signals) {
      throw new AssertionError("nothing is matched here");
    }

    @Override
    public CompletionStage<Hashes> hash(Path media) {
      throw new AssertionError("nothing is hashed here");
    }

    @Override
    public CompletionStage<Optional<byte[]>> preview(Path media) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Status> status() {
      return CompletableFuture.completedFuture(new Status(true, 0, "0-0", "0-0"));
    }

    @Override
    public void close() {}
  }

  /** A platform on which Alice and Bob run every chat. */
  private static final class TwoAdmins implements Platform {
    @Override
    public String name() {
      return "telegram";
    }

    @Override
    public CompletionStage<Sender.Standing> standing(ChatRef chat, AccountRef account) {
      boolean admin = account.equals(ALICE) || account.equals(BOB);
      return CompletableFuture.completedFuture(
          admin ? Sender.Standing.ADMINISTRATOR : Sender.Standing.MEMBER);
    }

    @Override
    public Capabilities capabilities() {
      throw new AssertionError("not asked here");
    }

    @Override
    public CompletionStage<Void> start(EventSink sink) {
      throw new AssertionError("not asked here");
    }

    @Override
    public CompletionStage<Health> check() {
      throw new AssertionError("not asked here");
    }

    @Override
    public CompletionStage<Fetch> fetch(Attachment attachment, Path into, long maxBytes) {
      throw new AssertionError("not asked here");
    }

    @Override
    public CompletionStage<Receipt> execute(Action action) {
      throw new AssertionError("not asked here");
    }

    @Override
    public CompletionStage<Rights> rights(ChatRef chat) {
      throw new AssertionError("not asked here");
    }

    @Override
    public CompletionStage<List<Attachment>> profilePhotos(AccountRef account) {
      throw new AssertionError("not asked here");
    }

    @Override
    public void close() {}
  }
}
