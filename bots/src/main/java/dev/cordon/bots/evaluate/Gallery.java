package dev.cordon.bots.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Small pictures for a report, made again from the corpus; none at all when they are not wanted.
 */
final class Gallery {
  private final Copies copies;
  private final Map<String, Trial> trials;
  private final Map<String, Media> entries;
  private final boolean shown;

  Gallery(Copies copies, Collection<Trial> trials, List<Enrolled> enrolled, boolean shown) {
    this.copies = copies;
    this.trials = trials.stream().collect(Collectors.toMap(Trial::key, Function.identity()));
    this.entries =
        enrolled.stream()
            .flatMap(each -> each.media().stream())
            .collect(Collectors.toMap(Media::name, Function.identity(), (a, b) -> a));
    this.shown = shown;
  }

  /** What was judged. */
  Optional<byte[]> query(Outcome outcome) {
    return Optional.ofNullable(trials.get(outcome.key()))
        .filter(any -> shown)
        .flatMap(copies::thumbnail);
  }

  /** What was enrolled. */
  Optional<byte[]> entry(String name) {
    return Optional.ofNullable(entries.get(name)).filter(any -> shown).flatMap(copies::thumbnail);
  }
}
