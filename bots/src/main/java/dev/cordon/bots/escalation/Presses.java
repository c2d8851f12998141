package dev.cordon.bots.escalation;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.intake.EventHandler;
import dev.cordon.bots.policy.Decision;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Buttons under notices in the moderators' chat. Whoever presses first settles the case. */
public final class Presses implements EventHandler {
  private final Cases cases;
  private final Review review;
  private final Moderators moderators;
  private final ActionQueue actions;
  private final Clock clock;

  public Presses(
      Cases cases, Review review, Moderators moderators, ActionQueue actions, Clock clock) {
    this.cases = cases;
    this.review = review;
    this.moderators = moderators;
    this.actions = actions;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(PlatformEvent event) {
    if (!(event instanceof PlatformEvent.Pressed pressed)) {
      return CompletableFuture.completedFuture(null);
    }
    Optional<CaseNotice.Pressed> choice = CaseNotice.parse(pressed.data());
    return moderators
        .meetIn(pressed.chat())
        .thenCompose(
            here ->
                here && choice.isPresent()
                    ? decide(pressed, choice.get())
                    : answer(pressed, "This button does nothing here."));
  }

  private CompletionStage<Void> decide(PlatformEvent.Pressed pressed, CaseNotice.Pressed choice) {
    return moderators
        .include(pressed.presser())
        .thenCompose(
            moderator ->
                moderator
                    ? settle(pressed, choice)
                    : answer(pressed, "Only moderators decide cases."));
  }

  private CompletionStage<Void> settle(PlatformEvent.Pressed pressed, CaseNotice.Pressed choice) {
    Case.Outcome outcome = new Case.Outcome(choice.choice(), pressed.presser(), clock.instant());
    return cases
        .settle(choice.caseId(), outcome)
        .thenCompose(
            settled ->
                settled.isPresent()
                    ? carryOut(pressed, settled.get(), outcome)
                    : answer(pressed, "There is no case " + choice.caseId() + "."));
  }

  /** The same moderator's same choice is carried out again: it may have been cut off by a crash. */
  private CompletionStage<Void> carryOut(
      PlatformEvent.Pressed pressed, Case settled, Case.Outcome wanted) {
    Case.Outcome stands = settled.outcome().orElseThrow();
    boolean ours = stands.choice() == wanted.choice() && stands.by().equals(wanted.by());
    if (!ours) {
      return show(pressed, settled)
          .thenCompose(
              shown -> answer(pressed, "Already " + CaseNotice.words(stands.choice()) + "."));
    }
    return review
        .carryOut(settled)
        .thenCompose(said -> answer(pressed, said))
        .thenCompose(answered -> show(pressed, settled));
  }

  private CompletionStage<Void> show(PlatformEvent.Pressed pressed, Case settled) {
    return cases
        .preview(settled.id())
        .thenCompose(
            picture ->
                order(
                    "settled:" + settled.id() + ":" + pressed.notice().id(),
                    new Action.EditNotice(
                        pressed.notice(),
                        CaseNotice.text(settled),
                        CaseNotice.buttons(settled),
                        picture.isPresent()),
                    settled.id()));
  }

  private CompletionStage<Void> answer(PlatformEvent.Pressed pressed, String text) {
    return order(
        "answer:" + pressed.chat().platform() + ":" + pressed.eventId(),
        new Action.AnswerPress(pressed.chat(), pressed.pressId(), text),
        "");
  }

  private CompletionStage<Void> order(String key, Action action, String caseId) {
    return actions
        .enqueue(new ActionQueue.Order(key, action, Decision.Mode.ENFORCE, key, caseId))
        .thenAccept(fresh -> {});
  }
}
