package dev.cordon.matcher.bank;

import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An entry as a curator gives it, before it has an id; what is left out gets its default. */
public record EntryDraft(
    List<Signal> signals,
    Opinion opinion,
    Set<String> labels,
    String source,
    String note,
    Optional<Instant> expiresAt,
    Optional<Instant> enabledUntil) {

  /** JSON gives null for what it leaves out. */
  public EntryDraft {
    signals = signals == null ? List.of() : List.copyOf(signals);
    opinion = opinion == null ? Opinion.VIOLATING : opinion;
    labels = labels == null ? Set.of() : Set.copyOf(labels);
    source = source == null ? "" : source;
    note = note == null ? "" : note;
  }

  /** A violating entry with nothing but its signals and its source. */
  public static EntryDraft of(List<Signal> signals, String source) {
    return new EntryDraft(
        signals, Opinion.VIOLATING, Set.of(), source, "", Optional.empty(), Optional.empty());
  }

  /** The same with other signals. */
  public EntryDraft with(List<Signal> others) {
    return new EntryDraft(others, opinion, labels, source, note, expiresAt, enabledUntil);
  }

  /** The entry of a bank. */
  public BankEntry entry(String id, String bank, Instant addedAt) {
    return new BankEntry(
        id, bank, signals, opinion, labels, source, note, addedAt, expiresAt, enabledUntil);
  }
}
