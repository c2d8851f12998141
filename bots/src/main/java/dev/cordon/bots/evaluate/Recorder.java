package dev.cordon.bots.evaluate;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.signal.Depth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes how deep a matcher looks at files and what it sees, which a scan does not tell of all
 * depths.
 */
public final class Recorder implements Fingerprinter {
  private final Fingerprinter eyes;
  private final Map<Path, Look> looks = new ConcurrentHashMap<>();

  /**
   * @param eyes does the work; closed by its owner, not here
   */
  public Recorder(Fingerprinter eyes) {
    this.eyes = eyes;
  }

  /**
   * What was seen of a file.
   *
   * @param deepest the depth that was asked for last
   */
  record Look(Depth deepest, List<Signal> signals) {
    static final Look NONE = new Look(Depth.WHOLE, List.of());

    Look and(Set<Depth> depths, Hashes hashes) {
      List<Signal> all = new ArrayList<>(signals);
      all.addAll(hashes.signals());
      Depth deeper = Collections.max(depths);
      return new Look(deeper.compareTo(deepest) > 0 ? deeper : deepest, List.copyOf(all));
    }
  }

  /** What was seen of a file, which is forgotten. */
  Look take(Path file) {
    return Optional.ofNullable(looks.remove(file)).orElse(Look.NONE);
  }

  @Override
  public CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths) {
    return eyes.fingerprint(media, depths)
        .thenApply(
            hashes -> {
              looks.merge(
                  media, Look.NONE.and(depths, hashes), (old, fresh) -> old.and(depths, hashes));
              return hashes;
            });
  }

  @Override
  public CompletionStage<Optional<byte[]>> preview(Path media) {
    return eyes.preview(media);
  }

  @Override
  public void close() {}
}
