package dev.cordon.bots.flow;

import static dev.cordon.bots.flow.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Fetch;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.policy.ChatPolicy;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.policy.TestRules;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RedisServerExtension.class)
class FlowTest {
  @TempDir Path scratch;

  private final FakePlatform platform = new FakePlatform();
  private final FakeMatcher matcher = new FakeMatcher();
  private final FakeDesk desk = new FakeDesk();
  private RedisLink redis;
  private Bot bot;

  @BeforeEach
  void start(RedisLink link) {
    redis = link;
    matcher.bank("bad");
    bot = new Bot(redis, scratch, platform, matcher, desk);
  }

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void removesWhatIsBankedAndLeavesTheRestAlone() throws Exception {
    handle(Posts.photo("1", "good"), Posts.photo("2", "bad"), Posts.link("3", "https://a.example"));
    assertThat(platform.removed).containsExactly("2");
    assertThat(desk.cases).hasSize(1);
    assertThat(bot.registry.get("cordon.removal.time").timer().count()).isEqualTo(1);
    try (Stream<Path> left = Files.walk(scratch)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void takesAnEventOnce() throws Exception {
    PlatformEvent.Posted event = Posts.photo("1", "bad");
    handle(event, event);
    handle(event);
    assertThat(platform.executed).hasSize(1);
    assertThat(bot.registry.get("cordon.events").counter().count()).isEqualTo(1);
  }

  @Test
  void judgesAKnownFileWithoutADownloadAndAgainWhenTheBanksChange() throws Exception {
    handle(Posts.photo("1", "new"));
    handle(Posts.photo("2", "new"));
    assertThat(platform.fetches).hasValue(1);
    matcher.bank("new");
    eventually("removed by its signals", () -> !leftAlone("3-" + System.nanoTime()));
    assertThat(matcher.scans).hasValue(1);
    matcher.withdraw("new");
    eventually("clean again", () -> leftAlone("4-" + System.nanoTime()));
  }

  /** What only a closer look finds is not told by the signals that are kept of a file. */
  @Test
  void looksAgainAtAKnownFileWhenOnlyItsMediaCanTell() throws Exception {
    handle(Posts.photo("1", "new"));
    matcher.bankFeatures("new");
    eventually("found in the media", () -> !leftAlone("2-" + System.nanoTime()));
    int looks = matcher.scans.get();
    assertThat(leftAlone("3")).isFalse();
    assertThat(matcher.scans).hasValue(looks);
    matcher.bank("other");
    eventually(
        "looked at again",
        () -> !leftAlone("4-" + System.nanoTime()) && matcher.scans.get() > looks);
    assertThat(leftAlone("5")).isFalse();
    matcher.withdraw("new");
    eventually("clean again", () -> leftAlone("6-" + System.nanoTime()));
  }

  private boolean leftAlone(String id) {
    try {
      handle(Posts.photo(id, "new"));
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
    return !platform.removed.contains(id);
  }

  @Test
  void judgesAnEditOnlyWhenThePartsChanged() throws Exception {
    handle(Posts.photo("1", "good"));
    double before = decisions();
    handle(edited("1", "good"));
    assertThat(decisions()).isEqualTo(before);
    handle(edited("1", "bad"));
    assertThat(platform.removed).containsExactly("1");
  }

  private double decisions() {
    return bot.registry.find("cordon.decisions").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static PlatformEvent.Posted edited(String id, String content) {
    return Posts.post(
        Posts.message(
            id,
            List.of(Posts.attachment(Attachment.Kind.PHOTO, content)),
            List.of(),
            Optional.empty(),
            true,
            Sender.Standing.MEMBER));
  }

  @Test
  void removesAnAlbumWhole() throws Exception {
    handle(Posts.post(Posts.album("1", "good", "a")));
    handle(Posts.post(Posts.album("2", "bad", "a")));
    handle(Posts.post(Posts.album("3", "fine", "a")));
    handle(Posts.post(Posts.album("4", "good", "b")));
    assertThat(platform.removed).containsExactlyInAnyOrder("1", "2", "3");
    assertThat(offences()).isEqualTo(1);
  }

  @Test
  void climbsTheLadderAndForgives() throws Exception {
    handle(Posts.photo("1", "bad"));
    handle(Posts.photo("2", "bad"));
    bot.offences
        .forgive(Posts.ACCOUNT, new MessageRef(Posts.CHAT, "2"))
        .toCompletableFuture()
        .join();
    handle(Posts.photo("3", "bad"));
    handle(Posts.photo("4", "bad"));
    assertThat(platform.executed.stream().filter(Action.RestrictAccount.class::isInstance))
        .hasSize(2);
    assertThat(platform.executed).anyMatch(Action.BanAccount.class::isInstance);
  }

  @Test
  void asksForAPlaceThatIsUnknownBeforeItPunishes() throws Exception {
    platform.standing = Sender.Standing.ADMINISTRATOR;
    for (String id : List.of("1", "2", "3")) {
      handle(
          Posts.post(
              Posts.message(
                  id,
                  List.of(Posts.attachment(Attachment.Kind.PHOTO, "bad")),
                  List.of(),
                  Optional.empty(),
                  false,
                  Sender.Standing.UNKNOWN)));
    }
    assertThat(platform.executed).hasSize(3).allMatch(Action.RemoveMessages.class::isInstance);
  }

  @Test
  void touchesNothingWhereItOnlyObserves() throws Exception {
    ChatPolicy observe = TestRules.of("watch", Decision.Mode.OBSERVE);
    bot.policies.replace(new ChatPolicies.Snapshot(observe, Map.of(), Map.of()));
    handle(Posts.photo("1", "bad"));
    assertThat(platform.executed).isEmpty();
    assertThat(
            bot.ledger
                .find("enforced:observe:fake/-1/1:remove-messages")
                .toCompletableFuture()
                .join())
        .isPresent();
  }

  @Test
  void waitsForTheMatcherAndForThePlatform() throws Exception {
    matcher.ready = false;
    platform.nextFetches.add(new Fetch.Deferred(Duration.ofMillis(20), "slow down"));
    platform.nextReceipts.add(new Receipt.Deferred(Duration.ofMillis(20), "slow down"));
    bot.receive(Posts.photo("1", "bad"));
    eventually("fetched at the second try", () -> platform.fetches.get() > 1);
    assertThat(platform.removed).isEmpty();
    matcher.ready = true;
    eventually("removed", () -> platform.removed.contains("1"));
  }

  @Test
  void aBurstOfOneSenderClimbsTheLadderStepByStep() throws Exception {
    for (int i = 1; i <= 6; i++) {
      bot.receive(Posts.photo(Integer.toString(i), "bad"));
    }
    eventually("all removed", () -> platform.removed.size() == 6);
    eventually("banned", () -> count(Action.BanAccount.class) == 4);
    assertThat(count(Action.RestrictAccount.class)).isEqualTo(1);
  }

  private long count(Class<? extends Action> kind) {
    return platform.executed.stream().filter(kind::isInstance).count();
  }

  @Test
  void removesAnExactCopyOfWhatItCannotSee() throws Exception {
    matcher.bank("film");
    handle(
        Posts.post(
            Posts.message(
                "1", List.of(Posts.attachment(Attachment.Kind.VIDEO, "film")), List.of())));
    assertThat(platform.removed).contains("1");
  }

  @Test
  void escalatesMediaThatThePlatformWithholdsForTooLong() throws Exception {
    for (int i = 0; i < 20; i++) {
      platform.nextFetches.add(new Fetch.Deferred(Duration.ofMillis(50), "not available now"));
    }
    bot.receive(Posts.photo("1", "bad"));
    eventually("asked for twice", () -> platform.fetches.get() > 1);
    assertThat(reasons()).isEmpty();
    bot.clock.advance(Duration.ofHours(2));
    eventually(
        "before people", () -> reasons().stream().anyMatch(why -> why.contains("not available")));
  }

  @Test
  void escalatesWhatItCannotSeeOrDo() throws Exception {
    platform.nextFetches.add(new Fetch.TooLarge(20_000_000));
    handle(Posts.photo("1", "huge"));
    handle(
        Posts.post(
            Posts.message(
                "2", List.of(Posts.attachment(Attachment.Kind.VIDEO, "film")), List.of())));
    assertThat(reasons()).anyMatch(why -> why.contains("larger than the platform gives out"));
    assertThat(reasons()).anyMatch(why -> why.contains("video is not supported yet"));
    platform.nextReceipts.add(new Receipt.Refused(Receipt.Reason.TOO_OLD, "older than 48 hours"));
    handle(Posts.photo("3", "bad"));
    assertThat(reasons()).contains("could not remove messages: older than 48 hours");
  }

  private List<String> reasons() {
    return desk.cases.values().stream().map(opened -> opened.why()).toList();
  }

  @Test
  void judgesThePreviewOfWhatItCannotSee() throws Exception {
    Attachment preview = Posts.attachment(Attachment.Kind.PHOTO, "bad");
    Attachment film =
        new Attachment(
            Attachment.Kind.VIDEO,
            Attachment.Role.CONTENT,
            "film",
            OptionalLong.empty(),
            Optional.empty(),
            "film",
            List.of(preview));
    handle(Posts.post(Posts.message("1", List.of(film), List.of())));
    assertThat(platform.removed).containsExactly("1");
  }

  @Test
  void holdsActionsWhileTheSwitchIsOn() throws Exception {
    bot.killSwitch.set(true, "op", "drill").toCompletableFuture().join();
    bot.receive(Posts.photo("1", "bad"));
    eventually("decided", () -> !desk.cases.isEmpty());
    eventually("queued", () -> bot.actions.depth().toCompletableFuture().join() == 1);
    assertThat(platform.executed).isEmpty();
    bot.killSwitch.set(false, "op", "over").toCompletableFuture().join();
    eventually("removed", () -> platform.removed.contains("1"));
  }

  @Test
  void keepsThePolicyOfAChatThatMoved() throws Exception {
    ChatRef to = new ChatRef("fake", "-100");
    ChatPolicy off = TestRules.of("off", Decision.Mode.OFF);
    ChatPolicy on = TestRules.of("on", Decision.Mode.ENFORCE);
    bot.policies.replace(new ChatPolicies.Snapshot(off, Map.of(Posts.CHAT, on), Map.of()));
    handle(new PlatformEvent.ChatMoved(Posts.eventId(), Posts.CHAT, to));
    IncomingMessage old =
        Posts.message("1", List.of(Posts.attachment(Attachment.Kind.PHOTO, "bad")), List.of());
    handle(
        Posts.post(
            new IncomingMessage(
                new MessageRef(to, "1"),
                "chat",
                old.chatKind(),
                old.sender(),
                old.sentAt(),
                old.albumId(),
                "",
                old.attachments(),
                old.links(),
                old.origin(),
                old.replyTo(),
                false)));
    assertThat(platform.removed).containsExactly("1");
  }

  @Test
  void saysWhenItLosesRights() throws Exception {
    handle(
        new PlatformEvent.RightsChanged(
            Posts.eventId(), Posts.CHAT, "chat", new Rights(true, false, true)));
    assertThat(desk.alerts.values()).anyMatch(why -> why.contains("no longer remove messages"));
  }

  @Test
  void refusesWhoAsksToJoinWithABankedPicture() throws Exception {
    ChatPolicy careful = TestRules.of("default", Decision.Mode.ENFORCE);
    bot.policies.replace(new ChatPolicies.Snapshot(checkingProfiles(careful), Map.of(), Map.of()));
    platform.profilePhotos = List.of(Posts.attachment(Attachment.Kind.PHOTO, "bad"));
    Sender asking =
        new Sender(Posts.ACCOUNT, Sender.Kind.PERSON, Sender.Standing.MEMBER, "somebody");
    handle(new PlatformEvent.Joined(Posts.eventId(), Posts.CHAT, asking, true));
    assertThat(platform.executed)
        .containsExactly(new Action.DeclineJoin(Posts.CHAT, Posts.ACCOUNT));
  }

  private static ChatPolicy checkingProfiles(ChatPolicy base) {
    return new ChatPolicy(
        base.name(),
        base.mode(),
        base.bands(),
        base.ladder(),
        base.exactOnlyBelowQuality(),
        base.removeAlbumSiblings(),
        true,
        base.escalateUnscannable(),
        base.offenceWindow());
  }

  @Test
  void triesAgainAfterABug() throws Exception {
    bot.close();
    AtomicInteger calls = new AtomicInteger();
    bot =
        new Bot(
            redis,
            scratch,
            platform,
            matcher,
            desk,
            event ->
                calls.incrementAndGet() == 1
                    ? CompletableFuture.failedFuture(new IllegalStateException("a bug"))
                    : CompletableFuture.completedFuture(null),
            new Death(Death.NEVER, false));
    handle(Posts.photo("1", "bad"));
    assertThat(calls).hasValue(2);
    assertThat(platform.executed).hasSize(1);
  }

  private int offences() {
    return bot.offences
        .count(
            Decision.Mode.ENFORCE,
            Posts.ACCOUNT,
            Instant.EPOCH,
            new MessageRef(Posts.CHAT, "other"))
        .toCompletableFuture()
        .join();
  }

  /** Events one after the other, each handled with all that follows from it. */
  private void handle(PlatformEvent... received) throws TimeoutException {
    for (PlatformEvent event : received) {
      bot.receive(event);
      eventually("handled " + event.eventId(), bot::idle);
    }
  }
}
