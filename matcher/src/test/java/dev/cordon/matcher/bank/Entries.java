package dev.cordon.matcher.bank;

import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries for tests. */
public final class Entries {
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private Entries() {}

  public static BankEntry violating(String bank, Signal... signals) {
    return with(bank, Opinion.VIOLATING, signals);
  }

  public static BankEntry with(String bank, Opinion opinion, Signal... signals) {
    return new BankEntry(
        Ulid.at(NOW.toEpochMilli()).toString(),
        bank,
        List.of(signals),
        opinion,
        Set.of("label"),
        "a test",
        "a note",
        NOW,
        Optional.empty(),
        Optional.empty());
  }

  public static BankEntry until(
      BankEntry entry, Optional<Instant> expiresAt, Optional<Instant> enabledUntil) {
    return new BankEntry(
        entry.id(),
        entry.bank(),
        entry.signals(),
        entry.opinion(),
        entry.labels(),
        entry.source(),
        entry.note(),
        entry.addedAt(),
        expiresAt,
        enabledUntil);
  }
}
