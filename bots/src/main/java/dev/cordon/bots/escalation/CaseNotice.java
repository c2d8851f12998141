package dev.cordon.bots.escalation;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.policy.Decision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a case looks like in the moderators' chat. */
final class CaseNotice {
  private static final String DATA_PREFIX = "case:";
  private static final int NAME_LENGTH = 60;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private CaseNotice() {}

  static String text(Case shown) {
    List<String> lines = new ArrayList<>();
    lines.add("Case " + shown.id());
    lines.add("Why: " + shown.why());
    lines.add("Done: " + shown.decision().map(CaseNotice::done).orElse("nothing yet"));
    lines.add("Chat: " + named(shown.message().chatTitle(), shown.message().chat()));
    lines.add("Message: " + shown.message().ref().id() + " of " + time(shown.message().sentAt()));
    lines.add("Sender: " + sender(shown.message().sender()));
    if (!shown.reporters().isEmpty()) {
      lines.add("Reported by: " + shown.reporters().size());
    }
    shown.outcome().ifPresent(outcome -> lines.add("Settled: " + settled(outcome)));
    return String.join("\n", lines);
  }

  static List<List<Action.Button>> buttons(Case shown) {
    if (shown.outcome().isPresent()) {
      return List.of();
    }
    return List.of(
        List.of(
            button(shown, "Confirm and ban", Case.Choice.CONFIRM_AND_BAN),
            button(shown, "Undo", Case.Choice.UNDO)),
        List.of(button(shown, "Allow this media", Case.Choice.ALLOW)));
  }

  /** What a press asks for; empty when it is not one of ours or was tampered with. */
  static Optional<Pressed> parse(String data) {
    String[] parts = data.split(":", -1);
    if (!data.startsWith(DATA_PREFIX) || parts.length != 3) {
      return Optional.empty();
    }
    for (Case.Choice choice : Case.Choice.values()) {
      if (choice.name().equals(parts[2])) {
        return Optional.of(new Pressed(parts[1], choice));
      }
    }
    return Optional.empty();
  }

  static String words(Case.Choice choice) {
    return switch (choice) {
      case CONFIRM_AND_BAN -> "confirmed, sender banned";
      case UNDO -> "undone";
      case ALLOW -> "undone, media allowed";
    };
  }

  private static Action.Button button(Case shown, String label, Case.Choice choice) {
    return new Action.Button(label, DATA_PREFIX + shown.id() + ":" + choice.name());
  }

  private static String done(Decision decision) {
    String actions =
        decision.actions().stream().map(CaseNotice::words).collect(Collectors.joining(", "));
    String what = actions.isEmpty() ? "nothing" : actions;
    return decision.mode() == Decision.Mode.OBSERVE && !actions.isEmpty()
        ? "nothing, the chat is only observed (would: " + what + ")"
        : what;
  }

  private static String words(Action action) {
    if (action instanceof Action.RemoveMessages remove) {
      int count = remove.messageIds().size();
      return count == 1 ? "message removed" : count + " messages removed";
    }
    if (action instanceof Action.RestrictAccount restrict) {
      return "sender muted" + restrict.until().map(until -> " until " + time(until)).orElse("");
    }
    if (action instanceof Action.BanAccount ban) {
      return "sender banned" + ban.until().map(until -> " until " + time(until)).orElse("");
    }
    if (action instanceof Action.BanSenderChat) {
      return "channel banned";
    }
    return action instanceof Action.DeclineJoin
        ? "request to join declined"
        : action.getClass().getSimpleName();
  }

  private static String sender(Sender sender) {
    String kind = sender.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String standing = sender.standing().name().toLowerCase(Locale.ROOT);
    return named(sender.displayName(), sender.account()) + ", " + kind + ", " + standing;
  }

  private static String settled(Case.Outcome outcome) {
    return words(outcome.choice()) + ", by " + outcome.by() + " at " + time(outcome.at());
  }

  private static String time(Instant instant) {
    return TIME.format(instant) + " UTC";
  }

  private static String named(String hostileName, Object ref) {
    return PlainText.line(hostileName, NAME_LENGTH) + " (" + ref + ")";
  }

  /** A press of one of our buttons. */
  record Pressed(String caseId, Case.Choice choice) {}
}
