package dev.cordon.bots.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.IncomingMessage.ChatKind;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.Json;
import dev.cordon.bots.policy.Decision.Mode;
import dev.cordon.bots.policy.Judgement.Occasion;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Opinion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BandPolicyTest {
  private static final ChatRef CHAT = new ChatRef("telegram", "-100");
  private static final AccountRef ACCOUNT = new AccountRef("telegram", "7");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ChatPolicy DEFAULT = TestRules.of("default", Mode.ENFORCE);

  private final Policy policy = new BandPolicy();

  @Example
  void removesAndEscalatesWhatIsNear() {
    Decision decision = decide(match(Opinion.VIOLATING, 20, 90), 0);
    assertThat(decision.rule()).isEqualTo("default/band-20");
    assertThat(decision.actions()).containsExactly(remove("5"));
    assertThat(decision.escalation())
        .contains("violating match: bank b, entry e, PDQ distance 20, confidence 98.7 %");
    assertThat(decision.evidence()).hasSize(1);
  }

  @Example
  void onlyEscalatesWhatIsFar() {
    Decision decision = decide(match(Opinion.VIOLATING, 21, 90), 5);
    assertThat(decision.rule()).isEqualTo("default/band-31");
    assertThat(decision.actions()).isEmpty();
    assertThat(decision.escalation()).isPresent();
  }

  @Example
  void bringsOtherDistancesToThoseOfPdq() {
    assertThat(decide(local(32), 0).rule()).isEqualTo("default/band-20");
    assertThat(decide(local(33), 0).rule()).isEqualTo("default/band-31");
    assertThat(decide(local(50), 0).rule()).isEqualTo("default/band-31");
    assertThat(decide(local(51), 0).rule()).isEqualTo("default/none");
    assertThat(decide(match("AUDIO", Opinion.VIOLATING, 33, 100), 0).rule())
        .isEqualTo("default/band-31");
  }

  @Example
  void climbsTheLadder() {
    Match near = match(Opinion.VIOLATING, 0, 90);
    assertThat(decide(near, 0).actions()).containsExactly(remove("5"));
    assertThat(decide(near, 1).actions())
        .containsExactly(
            remove("5"),
            new Action.RestrictAccount(CHAT, ACCOUNT, Optional.of(NOW.plus(Duration.ofDays(1)))));
    Action ban = new Action.BanAccount(CHAT, ACCOUNT, Optional.empty());
    assertThat(decide(near, 2).actions()).containsExactly(remove("5"), ban);
    assertThat(decide(near, 200).actions()).containsExactly(remove("5"), ban);
  }

  @Example
  void bansAChannelAsASenderChat() {
    Sender channel = sender(Sender.Kind.CHANNEL_IDENTITY, Sender.Standing.MEMBER);
    Decision decision =
        decide(judgement(channel, List.of(finding(match(Opinion.VIOLATING, 0, 90))), 2));
    assertThat(decision.actions())
        .containsExactly(remove("5"), new Action.BanSenderChat(CHAT, ACCOUNT));
  }

  @Example
  void countsAPoorMatchOnlyWhenItIsExact() {
    assertThat(decide(match(Opinion.VIOLATING, 1, 49), 0).rule()).isEqualTo("default/none");
    assertThat(decide(match(Opinion.VIOLATING, 0, 49), 0).actions()).hasSize(1);
    assertThat(decide(match(Opinion.VIOLATING, 1, 50), 0).actions()).hasSize(1);
  }

  @Example
  void onlyEscalatesWhatIsDisputed() {
    Decision decision = decide(match(Opinion.DISPUTED, 0, 90), 2);
    assertThat(decision.rule()).isEqualTo("default/disputed");
    assertThat(decision.actions()).isEmpty();
    assertThat(decision.escalation()).get().asString().startsWith("disputed match");
  }

  @Example
  void takesTheSiblingsAlong() {
    Judgement judged =
        new Judgement(
            message(member()),
            Occasion.POSTED,
            NOW,
            List.of(finding(match(Opinion.VIOLATING, 0, 90))),
            List.of("4", "6"),
            Optional.empty(),
            0,
            Map.of());
    assertThat(decide(judged).actions()).containsExactly(remove("5", "4", "6"));
  }

  @Example
  void removesWhatComesLaterInAnAlbumThatWasRemoved() {
    Judgement late =
        new Judgement(
            message(member()),
            Occasion.POSTED,
            NOW,
            List.of(),
            List.of("4"),
            Optional.of(Mode.OBSERVE),
            0,
            Map.of());
    Decision decision = decide(late);
    assertThat(decision.rule()).isEqualTo("default/album");
    assertThat(decision.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(decision.actions()).containsExactly(remove("5"));
  }

  @Example
  void letsABankOverrideTheChatButNeverGoFurtherThanItsMode() {
    ChatPolicy strict =
        new ChatPolicy(
            "strict",
            Mode.ENFORCE,
            List.of(new ChatPolicy.Band(31, true, true, false)),
            List.of(new ChatPolicy.Step(ChatPolicy.Step.Kind.BAN, Duration.ZERO)),
            50,
            true,
            false,
            true,
            Duration.ofDays(90));
    Judgement judged = banked(match(Opinion.VIOLATING, 30, 90), "strict");
    Decision enforced = policy.decide(judged, DEFAULT, name -> strict);
    assertThat(enforced.rule()).isEqualTo("strict/band-31");
    assertThat(enforced.actions()).hasSize(2);
    assertThat(enforced.escalation()).isEmpty();
    assertThat(policy.decide(judged, DEFAULT.withMode(Mode.OBSERVE), name -> strict).mode())
        .isEqualTo(Mode.OBSERVE);
    assertThat(policy.decide(judged, DEFAULT, name -> strict.withMode(Mode.OBSERVE)).mode())
        .isEqualTo(Mode.OBSERVE);
    assertThat(policy.decide(judged, DEFAULT, name -> strict.withMode(Mode.OFF)).rule())
        .isEqualTo("default/none");
  }

  @Example
  void putsBeforePeopleWhatCouldNotBeJudged() {
    Finding finding = new Finding("k", Optional.empty(), new MatchResult.Unscannable("empty"));
    Decision decision = decide(judgement(member(), List.of(finding), 2));
    assertThat(decision.rule()).isEqualTo("default/unscannable");
    assertThat(decision.actions()).isEmpty();
    assertThat(decision.escalation()).contains("could not be judged: empty");
  }

  @Example
  void refusesOrBansByProfilePhoto() {
    List<Finding> findings = List.of(finding(match(Opinion.VIOLATING, 0, 90)));
    assertThat(decide(joining(findings, Occasion.JOIN_REQUESTED)).actions())
        .containsExactly(new Action.DeclineJoin(CHAT, ACCOUNT));
    assertThat(decide(joining(findings, Occasion.JOINED)).actions())
        .containsExactly(new Action.BanAccount(CHAT, ACCOUNT, Optional.empty()));
  }

  @Example
  void survivesJson() {
    Decision decision = decide(match(Opinion.VIOLATING, 3, 90), 2);
    assertThat(Json.read(Json.write(decision), Decision.class)).isEqualTo(decision);
  }

  @Property
  void neverPunishesTheProtected(
      @ForAll("judgements") Judgement judged, @ForAll("chats") ChatPolicy chat) {
    Sender sender = judged.message().sender();
    Decision decision = policy.decide(judged, chat, name -> chat);
    if (sender.protectedFromBans() || sender.standing() == Sender.Standing.UNKNOWN) {
      assertThat(decision.actions()).allMatch(Action.RemoveMessages.class::isInstance);
    }
    if (sender.kind() == Sender.Kind.SELF) {
      assertThat(decision.actions()).isEmpty();
    }
  }

  @Property
  void actsOnlyOnAViolatingMatchThatCounts(
      @ForAll("judgements") Judgement judged, @ForAll("chats") ChatPolicy chat) {
    Decision decision = policy.decide(judged, chat, name -> chat);
    boolean grounds =
        judged.findings().stream()
            .flatMap(f -> f.result() instanceof MatchResult.Matched m ? m.matches().stream() : null)
            .anyMatch(
                m ->
                    m.opinion() == Opinion.VIOLATING
                        && m.distance() <= 20
                        && (m.quality() >= 50 || m.distance() == 0));
    assertThat(decision.actions().isEmpty()).isIn(true, !grounds);
    if (!decision.actions().isEmpty()) {
      assertThat(chat.mode()).isNotEqualTo(Mode.OFF);
      assertThat(decision.evidence()).isNotEmpty();
    }
  }

  @Property
  void isPure(@ForAll("judgements") Judgement judged, @ForAll("chats") ChatPolicy chat) {
    assertThat(new BandPolicy().decide(judged, chat, name -> chat))
        .isEqualTo(policy.decide(judged, chat, name -> chat));
  }

  @Property
  void doesNoLessToWhatIsNearer(
      @ForAll("senders") Sender sender,
      @ForAll @IntRange(max = 40) int distance,
      @ForAll @IntRange(max = 40) int nearer,
      @ForAll @IntRange(max = 100) int quality,
      @ForAll @IntRange(max = 4) int offences) {
    int near = Math.min(distance, nearer);
    Decision far = decide(sender, match(Opinion.VIOLATING, distance, quality), offences);
    Decision close = decide(sender, match(Opinion.VIOLATING, near, quality), offences);
    assertThat(classes(close)).containsAll(classes(far));
    assertThat(close.escalation().isPresent() || far.escalation().isEmpty()).isTrue();
  }

  @Provide
  Arbitrary<Sender> senders() {
    return Combinators.combine(
            Arbitraries.of(Sender.Kind.class), Arbitraries.of(Sender.Standing.class))
        .as(BandPolicyTest::sender);
  }

  @Provide
  Arbitrary<ChatPolicy> chats() {
    return Arbitraries.of(Mode.class).map(mode -> TestRules.of("p", mode));
  }

  @Provide
  Arbitrary<Judgement> judgements() {
    Arbitrary<Match> matches =
        Combinators.combine(
                Arbitraries.of(Opinion.class),
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 100))
            .as(BandPolicyTest::match);
    Arbitrary<MatchResult> results =
        Arbitraries.oneOf(
            matches.list().ofMinSize(1).ofMaxSize(3).map(m -> new MatchResult.Matched(m, "9")),
            Arbitraries.just(new MatchResult.NoMatch("9", List.of())),
            Arbitraries.just(new MatchResult.Unscannable("broken")));
    Arbitrary<List<Finding>> findings =
        results.map(r -> new Finding("k", Optional.empty(), r)).list().ofMaxSize(4);
    return Combinators.combine(
            senders(),
            Arbitraries.of(Occasion.class),
            findings,
            Arbitraries.integers().between(0, 5),
            Arbitraries.of("", "other"))
        .as(
            (sender, occasion, found, offences, bank) ->
                new Judgement(
                    message(sender),
                    occasion,
                    NOW,
                    found,
                    List.of(),
                    Optional.empty(),
                    offences,
                    Map.of("b", bank)));
  }

  private Decision decide(Match match, int offences) {
    return decide(member(), match, offences);
  }

  private Decision decide(Sender sender, Match match, int offences) {
    return decide(judgement(sender, List.of(finding(match)), offences));
  }

  private Decision decide(Judgement judged) {
    return policy.decide(judged, DEFAULT, name -> DEFAULT);
  }

  private static Set<Class<?>> classes(Decision decision) {
    return decision.actions().stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private static Judgement judgement(Sender sender, List<Finding> findings, int offences) {
    return new Judgement(
        message(sender),
        Occasion.POSTED,
        NOW,
        findings,
        List.of(),
        Optional.empty(),
        offences,
        Map.of());
  }

  private static Judgement banked(Match match, String policy) {
    return new Judgement(
        message(member()),
        Occasion.POSTED,
        NOW,
        List.of(finding(match)),
        List.of(),
        Optional.empty(),
        0,
        Map.of("b", policy));
  }

  private static Judgement joining(List<Finding> findings, Occasion occasion) {
    return new Judgement(
        message(member()), occasion, NOW, findings, List.of(), Optional.empty(), 0, Map.of());
  }

  private static Finding finding(Match match) {
    Attachment photo =
        new Attachment(
            Attachment.Kind.PHOTO,
            Attachment.Role.CONTENT,
            "k",
            OptionalLong.of(9),
            Optional.empty(),
            "l",
            List.of());
    return new Finding("k", Optional.of(photo), new MatchResult.Matched(List.of(match), "9"));
  }

  private static Match match(Opinion opinion, int distance, int quality) {
    return match("PDQ", opinion, distance, quality);
  }

  private static Match local(int distance) {
    return match("LOCAL_FEATURES", Opinion.VIOLATING, distance, 100);
  }

  private static Match match(String signal, Opinion opinion, int distance, int quality) {
    return new Match(
        "b",
        "e",
        opinion,
        signal,
        distance,
        quality,
        "none",
        0.9876,
        3,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Sender member() {
    return sender(Sender.Kind.PERSON, Sender.Standing.MEMBER);
  }

  private static Sender sender(Sender.Kind kind, Sender.Standing standing) {
    return new Sender(ACCOUNT, kind, standing, "n");
  }

  private static Action remove(String... ids) {
    return new Action.RemoveMessages(CHAT, List.of(ids));
  }

  private static IncomingMessage message(Sender sender) {
    return new IncomingMessage(
        new MessageRef(CHAT, "5"),
        "chat",
        ChatKind.GROUP,
        sender,
        NOW,
        Optional.empty(),
        "",
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
