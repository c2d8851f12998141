package dev.cordon.bots.evaluate;

import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.Ulid;
import dev.cordon.matcher.signal.Signals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Media that are in the bank, and their entries. */
public final class Enrolled {
  private final Map<String, Media> byId;

  private Enrolled(Map<String, Media> byId) {
    this.byId = byId;
  }

  /** Makes an entry of each. */
  public static Enrolled of(List<Media> media) {
    return new Enrolled(
        media.stream()
            .collect(
                Collectors.toMap(
                    any -> Ulid.at(System.currentTimeMillis()).toString(), Function.identity())));
  }

  /** The entries, as of a bank. */
  public List<BankEntry> entries(String bank) {
    return byId.entrySet().stream()
        .map(entry -> entry(entry.getKey(), bank, entry.getValue()))
        .toList();
  }

  private static BankEntry entry(String id, String bank, Media media) {
    return new BankEntry(
        id,
        bank,
        Signals.kept(media.signals()),
        Opinion.VIOLATING,
        Set.of(),
        media.name(),
        "",
        Instant.now(),
        Optional.empty(),
        Optional.empty());
  }

  /** All that is enrolled. */
  public List<Media> media() {
    return List.copyOf(byId.values());
  }

  /** Whether any has signals that are graded and not PDQ. */
  public boolean graded() {
    return byId.values().stream()
        .flatMap(media -> Signals.kept(media.signals()).stream())
        .anyMatch(signal -> Stage.of(signal.type()).compareTo(Stage.WHOLE) > 0);
  }

  /** The name of a file that is enrolled. */
  String name(Path file) {
    return byId.values().stream()
        .filter(media -> media.file().equals(file))
        .map(Media::name)
        .findFirst()
        .orElse(file.toString());
  }

  /** The name of an entry's media. */
  String name(String id) {
    return Optional.ofNullable(byId.get(id)).map(Media::name).orElse(id);
  }
}
