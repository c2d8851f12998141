package dev.cordon.matcher.bank;

import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One known piece of media: its fingerprints and what is known of it, never the media.
 *
 * @param id unique over all banks; {@link BankStore#newId()}
 * @param bank the bank's name
 * @param signals at least one
 * @param labels short words for filtering and statistics
 * @param source who says so: a file name, a moderator, an exchange
 * @param note free text for reviewers
 * @param addedAt when it was enrolled
 * @param expiresAt when it stops to match and is removed
 * @param enabledUntil when it stops to match but is kept; a time in the past disables it
 */
public record BankEntry(
    String id,
    String bank,
    List<Signal> signals,
    Opinion opinion,
    Set<String> labels,
    String source,
    String note,
    Instant addedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> enabledUntil) {
  public BankEntry {
    Objects.requireNonNull(id, "an entry's id is missing");
    Objects.requireNonNull(bank, "an entry's bank is missing");
    Objects.requireNonNull(signals, "an entry's signals are missing");
    Objects.requireNonNull(opinion, "an entry's opinion is missing");
    Objects.requireNonNull(labels, "an entry's labels are missing");
    Objects.requireNonNull(addedAt, "an entry's addedAt is missing");
    if (signals.isEmpty()) {
      throw new IllegalArgumentException("signals must hold at least one signal");
    }
    signals = List.copyOf(signals);
    labels = Set.copyOf(labels);
  }

  /** The same entry with another opinion. */
  public BankEntry withOpinion(Opinion other) {
    return new BankEntry(
        id, bank, signals, other, labels, source, note, addedAt, expiresAt, enabledUntil);
  }

  /**
   * The entry as stores keep it: its id and its signals in canonical form, without signals that
   * only queries use.
   *
   * @throws IllegalArgumentException when one is malformed or no signal is left
   */
  public BankEntry canonical() {
    return new BankEntry(
        Ulid.parse(id).toString(),
        bank,
        Signals.kept(signals),
        opinion,
        labels,
        source,
        note,
        addedAt,
        expiresAt,
        enabledUntil);
  }

  /** Whether it matches at a time. */
  public boolean active(Instant now) {
    return expiresAt.map(now::isBefore).orElse(true)
        && enabledUntil.map(now::isBefore).orElse(true);
  }
}
