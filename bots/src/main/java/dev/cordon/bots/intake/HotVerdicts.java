package dev.cordon.bots.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The verdicts used last, in this process, so many at most. */
final class HotVerdicts {
  private final Map<String, Remembered> verdicts;

  HotVerdicts(int most) {
    verdicts =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<Remembered> get(String key) {
    return Optional.ofNullable(verdicts.get(key));
  }

  synchronized void put(String key, Remembered verdict) {
    verdicts.put(key, verdict);
  }
}
