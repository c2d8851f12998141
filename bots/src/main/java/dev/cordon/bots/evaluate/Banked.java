package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bank keeps of films or sounds by one signal type.
 *
 * @param hours how long they are altogether
 * @param bytes of the signals' text
 */
public record Banked(MediaKind kind, String signal, double hours, long bytes) {
  private static final double SECONDS = 3600;

  /** Of all that is enrolled and lasts. */
  public static List<Banked> of(List<Media> enrolled, Kinds kinds) {
    List<Banked> rows = new ArrayList<>();
    for (MediaKind kind : List.of(MediaKind.VIDEO, MediaKind.AUDIO)) {
      List<Media> media = enrolled.stream().filter(any -> kinds.listed(any) == kind).toList();
      double hours = media.stream().mapToDouble(kinds::seconds).sum() / SECONDS;
      Map<String, Long> bytes = new TreeMap<>();
      for (Media each : media) {
        for (Signal signal : Signals.kept(each.signals())) {
          bytes.merge(signal.type(), (long) signal.value().length(), Long::sum);
        }
      }
      bytes.forEach((type, count) -> rows.add(new Banked(kind, type, hours, count)));
    }
    return rows;
  }

  /** Kilobytes of 1000 an hour. */
  double kilobytesAnHour() {
    return hours == 0 ? 0 : bytes / 1000.0 / hours;
  }
}
