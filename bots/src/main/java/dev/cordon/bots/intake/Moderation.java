package dev.cordon.bots.intake;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.enforcement.ChatMoves;
import dev.cordon.bots.intake.Enactment.Ruling;
import dev.cordon.bots.intake.SeenMessages.Album;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.policy.ChatPolicy;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.policy.Finding;
import dev.cordon.bots.policy.Judgement;
import dev.cordon.bots.policy.Judgement.Occasion;
import dev.cordon.bots.policy.Policy;
import dev.cordon.matcher.MatchResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One message, judged, decided and set going. */
public final class Moderation {
  private final Judge judge;
  private final Policy policy;
  private final ChatPolicies policies;
  private final ChatMoves moves;
  private final SeenMessages seen;
  private final Offences offences;
  private final Supplier<CompletionStage<Map<String, String>>> bankPolicies;
  private final Enactment enactment;
  private final Clock clock;
  private final Turns<AccountRef> turns = new Turns<>();

  /**
   * Makes one, without I/O.
   *
   * @param bankPolicies the policy names of the banks that override the chat's
   */
  public Moderation(
      Judge judge,
      Policy policy,
      ChatPolicies policies,
      ChatMoves moves,
      SeenMessages seen,
      Offences offences,
      Supplier<CompletionStage<Map<String, String>>> bankPolicies,
      Enactment enactment,
      Clock clock) {
    this.judge = judge;
    this.policy = policy;
    this.policies = policies;
    this.moves = moves;
    this.seen = seen;
    this.offences = offences;
    this.bankPolicies = bankPolicies;
    this.enactment = enactment;
    this.clock = clock;
  }

  /**
   * A message on its way through.
   *
   * @param since when it was received
   * @param again whether it may have been here before
   */
  record Passage(
      IncomingMessage message,
      Occasion occasion,
      Connection connection,
      Instant since,
      boolean again) {}

  /** The policy of a chat; a chat that moved keeps that of its first id. */
  CompletionStage<ChatPolicy> policyOf(ChatRef chat) {
    ChatPolicies.Snapshot now = policies.now();
    return now.byChat().containsKey(chat)
        ? CompletableFuture.completedFuture(now.of(chat))
        : moves.first(chat).thenApply(now::of);
  }

  CompletionStage<Void> moderate(Passage passage, Scratch scratch) {
    Judge.Parts parts = judge.parts(passage.message);
    boolean looked =
        passage.message.chatKind() != IncomingMessage.ChatKind.PRIVATE
            && passage.message.sender().kind() != Sender.Kind.SELF;
    if (!looked || parts.none() && passage.message.albumId().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return policyOf(passage.message.chat())
        .thenCompose(
            rules ->
                rules.mode() == Decision.Mode.OFF
                    ? CompletableFuture.completedFuture(null)
                    : moderate(passage, parts, rules, scratch));
  }

  private CompletionStage<Void> moderate(
      Passage passage, Judge.Parts parts, ChatPolicy rules, Scratch scratch) {
    String version = parts.version();
    return seen.look(passage.message)
        .thenCompose(
            known ->
                known.version().filter(version::equals).isPresent()
                    ? CompletableFuture.completedFuture(null)
                    : resumed(passage, version)
                        .thenCompose(
                            done ->
                                done
                                    ? CompletableFuture.completedFuture(null)
                                    : decide(passage, parts, rules, known.album(), scratch))
                        .thenCompose(done -> seen.judged(passage.message.ref(), version)));
  }

  private CompletionStage<Boolean> resumed(Passage passage, String version) {
    return passage.again
        ? enactment.resume(passage.message, version, passage.since)
        : CompletableFuture.completedFuture(false);
  }

  private CompletionStage<Void> decide(
      Passage passage, Judge.Parts parts, ChatPolicy rules, Album album, Scratch scratch) {
    return judge
        .judge(parts, passage.connection, scratch)
        .thenCompose(
            findings ->
                punishable(passage.message.sender(), findings)
                    ? turns.take(
                        passage.message.sender().account(),
                        () -> decide(passage, parts, rules, album, findings, scratch))
                    : decide(passage, parts, rules, album, findings, scratch));
  }

  /** Offences of one sender are decided one by one, so that each sees those before it. */
  private static boolean punishable(Sender sender, List<Finding> findings) {
    return matched(findings) && !sender.protectedFromBans();
  }

  private static boolean matched(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.result() instanceof MatchResult.Matched);
  }

  private CompletionStage<Void> decide(
      Passage passage,
      Judge.Parts parts,
      ChatPolicy rules,
      Album album,
      List<Finding> findings,
      Scratch scratch) {
    return judgement(passage, rules, findings, album)
        .thenCompose(judgement -> withAlbum(judgement, rules))
        .thenCompose(
            judgement -> {
              Decision decision = decision(judgement, rules);
              Ruling ruling =
                  new Ruling(
                      judgement.message(),
                      parts.version(),
                      decision,
                      isOffence(judgement, decision),
                      passage.since);
              return enactment.enact(ruling, media(decision, scratch));
            });
  }

  private Decision decision(Judgement judgement, ChatPolicy rules) {
    return policy.decide(judgement, rules, policies.now()::named);
  }

  /** Who the sender is and what is on record is asked for only when something matched. */
  private CompletionStage<Judgement> judgement(
      Passage passage, ChatPolicy rules, List<Finding> findings, Album album) {
    Judgement plain =
        new Judgement(
            passage.message,
            passage.occasion,
            clock.instant(),
            findings,
            album.siblings(),
            album.match(),
            0,
            Map.of());
    if (!matched(findings)) {
      return CompletableFuture.completedFuture(plain);
    }
    return withKnownSender(passage)
        .thenCombine(
            offences.count(
                rules.mode(),
                passage.message.sender().account(),
                plain.at().minus(rules.offenceWindow()),
                passage.message.ref()),
            plain::bySender)
        .thenCombine(bankPolicies.get(), Judgement::withBankPolicies);
  }

  private static CompletionStage<IncomingMessage> withKnownSender(Passage passage) {
    IncomingMessage message = passage.message;
    Sender sender = message.sender();
    if (sender.standing() != Sender.Standing.UNKNOWN || sender.protectedFromBans()) {
      return CompletableFuture.completedFuture(message);
    }
    return passage
        .connection
        .platform()
        .standing(message.chat(), sender.account())
        .exceptionally(failure -> Sender.Standing.UNKNOWN)
        .thenApply(message::withStanding);
  }

  /** When an item of an album is to go, the items seen up to that very moment go with it. */
  private CompletionStage<Judgement> withAlbum(Judgement judgement, ChatPolicy rules) {
    Decision decision = decision(judgement, rules);
    boolean goes = !decision.actions().isEmpty() && !decision.evidence().isEmpty();
    if (judgement.message().albumId().isEmpty() || !goes) {
      return CompletableFuture.completedFuture(judgement);
    }
    return seen.albumGoes(judgement.message(), decision.mode())
        .thenApply(album -> judgement.withAlbum(album.siblings(), album.match()));
  }

  private static boolean isOffence(Judgement judgement, Decision decision) {
    return judgement.occasion() == Occasion.POSTED
        && judgement.albumMatch().isEmpty()
        && !judgement.message().sender().protectedFromBans()
        && !decision.actions().isEmpty();
  }

  private static Optional<Path> media(Decision decision, Scratch scratch) {
    return decision.evidence().stream()
        .flatMap(finding -> scratch.fetched(finding.part()).stream())
        .findFirst();
  }
}
