package dev.cordon.matcher.bank;

import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a verdict needs to know of a {@link BankEntry}.
 *
 * @param untilMillis from when on it does not match, in milliseconds since 1970; {@link
 *     Long#MAX_VALUE} for never
 */
public record IndexedEntry(
    Ulid id, String bank, List<Signal> signals, Opinion opinion, long untilMillis) {
  public IndexedEntry {
    signals = List.copyOf(signals);
  }

  /** That part of an entry. */
  public static IndexedEntry of(BankEntry entry) {
    long until =
        Stream.of(entry.expiresAt(), entry.enabledUntil())
            .flatMap(Optional::stream)
            .mapToLong(Instant::toEpochMilli)
            .min()
            .orElse(Long.MAX_VALUE);
    return new IndexedEntry(
        Ulid.parse(entry.id()), entry.bank(), entry.signals(), entry.opinion(), until);
  }
}
