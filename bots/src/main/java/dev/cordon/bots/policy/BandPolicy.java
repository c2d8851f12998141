package dev.cordon.bots.policy;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.policy.ChatPolicy.Band;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.AudioOdds;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.local.LocalOdds;
import dev.cordon.matcher.video.VideoOdds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides by the opinion and distance of the gravest match.
 *
 * <p>The bands, ladder and quality bound are those of the matching bank's policy where the bank
 * names one, else the chat's. The more careful of both modes holds, so that a bank on trial can be
 * observed in an enforced chat. An administrator's post goes like any other, since the media is
 * what it is, but nobody protected is ever punished: that is put before people.
 */
public final class BandPolicy implements Policy {

  private static final Comparator<Verdict> GRAVITY =
      Comparator.comparing((Verdict v) -> v.rules.mode())
          .thenComparing(v -> v.band.remove())
          .thenComparing(v -> v.band.punish())
          .thenComparing(v -> v.band.escalate())
          .thenComparing(v -> -v.match.distance());

  @Override
  public Decision decide(Judgement judgement, ChatPolicy chat, Function<String, ChatPolicy> named) {
    if (untouched(judgement.message(), chat)) {
      return none(chat);
    }
    List<Verdict> verdicts = verdicts(judgement, chat, named);
    Decision own =
        verdicts.stream()
            .max(GRAVITY)
            .map(gravest -> matched(judgement, gravest, verdicts))
            .orElseGet(() -> unmatched(judgement, chat));
    return own.actions().isEmpty() ? withItsAlbum(own, judgement, chat) : own;
  }

  private static boolean untouched(IncomingMessage message, ChatPolicy chat) {
    return chat.mode() == Decision.Mode.OFF
        || message.chatKind() == IncomingMessage.ChatKind.PRIVATE
        || message.sender().kind() == Sender.Kind.SELF;
  }

  /** An album's items are told apart by nobody who sees it: what is shown with a match goes too. */
  private static Decision withItsAlbum(Decision own, Judgement judgement, ChatPolicy chat) {
    if (judgement.albumMatch().isEmpty() || !chat.removeAlbumSiblings()) {
      return own;
    }
    Decision.Mode album = judgement.albumMatch().get();
    IncomingMessage message = judgement.message();
    return new Decision(
        chat.name() + "/album",
        album.compareTo(chat.mode()) <= 0 ? album : chat.mode(),
        List.of(new Action.RemoveMessages(message.chat(), List.of(message.ref().id()))),
        own.escalation(),
        own.evidence());
  }

  private static Decision none(ChatPolicy chat) {
    return new Decision(chat.name() + "/none", chat.mode(), List.of(), Optional.empty(), List.of());
  }

  private static List<Verdict> verdicts(
      Judgement judgement, ChatPolicy chat, Function<String, ChatPolicy> named) {
    return judgement.findings().stream()
        .flatMap(
            finding ->
                matches(finding)
                    .flatMap(
                        match ->
                            verdict(finding, match, rules(judgement, match, chat, named)).stream()))
        .toList();
  }

  private static Stream<Match> matches(Finding finding) {
    return finding.result() instanceof MatchResult.Matched matched
        ? matched.matches().stream()
        : Stream.empty();
  }

  private static ChatPolicy rules(
      Judgement judgement, Match match, ChatPolicy chat, Function<String, ChatPolicy> named) {
    String override = judgement.bankPolicies().getOrDefault(match.bank(), "");
    if (override.isEmpty()) {
      return chat;
    }
    ChatPolicy bank = named.apply(override);
    return bank.mode().compareTo(chat.mode()) <= 0 ? bank : bank.withMode(chat.mode());
  }

  private static Optional<Verdict> verdict(Finding finding, Match match, ChatPolicy rules) {
    if (rules.mode() == Decision.Mode.OFF || !counts(match, rules)) {
      return Optional.empty();
    }
    Optional<Band> band = rules.bandOf(inBits(match));
    return band.map(
            b ->
                match.opinion() == Opinion.DISPUTED
                    ? new Band(b.maxDistance(), false, false, true)
                    : b)
        .map(b -> new Verdict(finding, match, rules, b));
  }

  /**
   * Bands are told in bits of PDQ. Signals with steps of another size, 0 to 100, are brought to
   * them so that what just matches by the usual threshold is as far either way.
   */
  private static int inBits(Match match) {
    return switch (match.signal()) {
      case Signal.LOCAL_FEATURES -> inBits(match.distance(), LocalOdds.THRESHOLD);
      case Signal.AUDIO -> inBits(match.distance(), AudioOdds.THRESHOLD);
      case Signal.VIDEO -> inBits(match.distance(), VideoOdds.THRESHOLD);
      default -> match.distance();
    };
  }

  private static int inBits(int distance, int threshold) {
    return (distance * Bank.MAX_PDQ_DISTANCE + threshold - 1) / threshold;
  }

  private static boolean counts(Match match, ChatPolicy rules) {
    return match.opinion() != Opinion.ALLOWED
        && (match.distance() == 0 || match.quality() >= rules.exactOnlyBelowQuality());
  }

  private static Decision matched(Judgement judgement, Verdict gravest, List<Verdict> verdicts) {
    Punishment punishment = Punishment.of(judgement, gravest.rules, gravest.band);
    return new Decision(
        gravest.rule(),
        gravest.rules.mode(),
        Stream.concat(
                Removal.of(judgement, gravest.rules, gravest.band), punishment.action().stream())
            .toList(),
        escalation(gravest, punishment),
        verdicts.stream().map(Verdict::finding).distinct().toList());
  }

  private static Optional<String> escalation(Verdict gravest, Punishment punishment) {
    Optional<String> byHand =
        Optional.of(gravest.finding)
            .filter(BandPolicy::isChatPhoto)
            .map(photo -> "the chat's own picture, which must be changed by hand");
    boolean needed =
        gravest.band.escalate() || punishment.withheld().isPresent() || byHand.isPresent();
    return Optional.of(
            Stream.of(Optional.of(gravest.reason()), punishment.withheld(), byHand)
                .flatMap(Optional::stream)
                .toList())
        .filter(reasons -> needed)
        .map(reasons -> String.join("; ", reasons));
  }

  private static boolean isChatPhoto(Finding finding) {
    return finding
        .attachment()
        .map(Attachment::role)
        .filter(Attachment.Role.CHAT_PHOTO::equals)
        .isPresent();
  }

  private static Decision unmatched(Judgement judgement, ChatPolicy chat) {
    List<Finding> unscannable =
        judgement.findings().stream()
            .filter(finding -> finding.result() instanceof MatchResult.Unscannable)
            .toList();
    if (unscannable.isEmpty()) {
      return none(chat);
    }
    return new Decision(
        chat.name() + "/unscannable",
        chat.mode(),
        List.of(),
        Optional.of(reason(unscannable.get(0))).filter(reason -> chat.escalateUnscannable()),
        unscannable);
  }

  private static String reason(Finding finding) {
    return "could not be judged: " + ((MatchResult.Unscannable) finding.result()).reason();
  }

  /** One match that counts, with the rules and the band that apply to it. */
  private record Verdict(Finding finding, Match match, ChatPolicy rules, Band band) {

    String rule() {
      String what = match.opinion() == Opinion.DISPUTED ? "disputed" : "band-" + band.maxDistance();
      return rules.name() + "/" + what;
    }

    String reason() {
      return MatchWords.of(match);
    }
  }
}
