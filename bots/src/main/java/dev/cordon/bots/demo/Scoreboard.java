package dev.cordon.bots.demo;

import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.telegram.sandbox.Chat;
import dev.cordon.adapters.telegram.sandbox.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Holds what became of every message against what should have become of it. */
final class Scoreboard {
  private final List<Posting> postings;
  private final Stage stage;
  private final Set<MessageRef> escalated;

  /**
   * Scores a played demo.
   *
   * @param escalated the messages that a case is about
   */
  Scoreboard(List<Posting> postings, Stage stage, Set<MessageRef> escalated) {
    this.postings = List.copyOf(postings);
    this.stage = stage;
    this.escalated = Set.copyOf(escalated);
  }

  /** What is not as it should be, a line each; empty when all is well. */
  List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    postings.stream()
        .filter(posting -> !asItShould(posting))
        .map(this::mistake)
        .forEach(mistakes::add);
    punishmentMistake().ifPresent(mistakes::add);
    return mistakes;
  }

  /** The closing table. */
  String table() {
    List<String[]> rows =
        List.of(
            row("posted", postings.size()),
            row("violating", count(Posting.Fate.REMOVED) + count(Posting.Fate.GOES_ALONG)),
            row("removed", removed().size()),
            row("muted", stage.muted()),
            row("banned", stage.banned()),
            row("escalated", postings.stream().filter(this::isEscalated).count()),
            row("clean", count(Posting.Fate.LEFT_ALONE)),
            row("clean and left alone", leftAlone()),
            new String[] {"post to removal, median", millis(quantile(0.5))},
            new String[] {"post to removal, p99", millis(quantile(0.99))});
    StringBuilder table = new StringBuilder();
    for (String[] row : rows) {
      table.append(String.format(Locale.ROOT, "  %-26s %10s%n", row[0], row[1]));
    }
    return table.toString();
  }

  private boolean asItShould(Posting posting) {
    boolean gone = posting.message().removal().isPresent();
    return switch (posting.fate()) {
      case LEFT_ALONE -> !gone && !isEscalated(posting);
      case REMOVED -> gone && isEscalated(posting);
      case GOES_ALONG -> gone;
      case ESCALATED -> !gone && isEscalated(posting);
    };
  }

  private String mistake(Posting posting) {
    Message message = posting.message();
    return "%s in %s, message %d: should be %s, was %s and %s"
        .formatted(
            posting.what(),
            message.chat().title(),
            message.id(),
            posting.fate().words(),
            message.removal().isPresent() ? "removed" : "left standing",
            isEscalated(posting) ? "escalated" : "not escalated");
  }

  private Optional<String> punishmentMistake() {
    return stage.muted() == Stage.TO_BE_MUTED && stage.banned() == Stage.TO_BE_BANNED
        ? Optional.empty()
        : Optional.of(
            "muted %d and banned %d, should be %d and %d"
                .formatted(stage.muted(), stage.banned(), Stage.TO_BE_MUTED, Stage.TO_BE_BANNED));
  }

  private boolean isEscalated(Posting posting) {
    return escalated.contains(ref(posting.message()));
  }

  private static MessageRef ref(Message message) {
    Chat chat = message.chat();
    return new MessageRef(Stage.chatRef(chat), Integer.toString(message.id()));
  }

  private List<Duration> removed() {
    return postings.stream()
        .flatMap(posting -> posting.message().removal().stream())
        .map(Message.Removal::after)
        .toList();
  }

  private long leftAlone() {
    return postings.stream()
        .filter(posting -> posting.fate() == Posting.Fate.LEFT_ALONE)
        .filter(this::asItShould)
        .count();
  }

  private long count(Posting.Fate fate) {
    return postings.stream().filter(posting -> posting.fate() == fate).count();
  }

  private Optional<Duration> quantile(double share) {
    Duration[] sorted = removed().stream().sorted().toArray(Duration[]::new);
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst();
  }

  private static String millis(Optional<Duration> time) {
    return time.map(t -> t.toMillis() + " ms").orElse("-");
  }

  private static String[] row(String name, long count) {
    return new String[] {name, Long.toString(count)};
  }
}
