package dev.cordon.matcher;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.parts.PartHashes;
import dev.cordon.matcher.parts.PdqParts;
import dev.cordon.matcher.pdq.Dihedral;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.pdq.PdqSignalType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One PDQ hash to look for.
 *
 * @param region what of the picture it is the hash of; empty for all
 */
record PdqQuery(PdqHash hash, Dihedral turn, int quality, Optional<Region> region) {
  /** The types of signals that hold such hashes. */
  static final Set<String> TYPES = Set.of(Signal.PDQ, PdqSignalType.DIHEDRAL, PdqParts.TYPE);

  /** All that the signals of one file hold. */
  static List<PdqQuery> of(List<Signal> signals) {
    return signals.stream().flatMap(PdqQuery::of).toList();
  }

  private static Stream<PdqQuery> of(Signal signal) {
    return switch (signal.type()) {
      case Signal.PDQ ->
          Stream.of(whole(PdqHash.parse(signal.value()), Dihedral.NONE, signal.quality()));
      case PdqSignalType.DIHEDRAL ->
          PdqSignalType.turned(signal.value()).entrySet().stream()
              .map(turned -> whole(turned.getValue(), turned.getKey(), signal.quality()));
      case PdqParts.TYPE -> PartHashes.parse(signal.value()).stream().flatMap(PdqQuery::of);
      default -> Stream.empty();
    };
  }

  private static PdqQuery whole(PdqHash hash, Dihedral turn, int quality) {
    return new PdqQuery(hash, turn, quality, Optional.empty());
  }

  private static Stream<PdqQuery> of(PartHashes.Part part) {
    Optional<Region> region = Optional.of(part.region());
    return Stream.of(
        new PdqQuery(part.upright(), Dihedral.NONE, part.quality(), region),
        new PdqQuery(part.mirrored(), Dihedral.FLIPY, part.quality(), region));
  }
}
