package dev.cordon.benchmarks.hard;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One way in which two unrelated pictures look alike.
 *
 * @param name lower case and hyphens
 */
public record HardKind(String name, Painter painter) {

  /** All kinds, in the order of their names within each sort. */
  public static List<HardKind> all() {
    List<HardKind> all = new ArrayList<>();
    for (Map<String, Painter> sort :
        List.of(
            Overlays.KINDS,
            Templates.KINDS,
            Screens.KINDS,
            Frames.KINDS,
            Plain.KINDS,
            Documents.KINDS)) {
      new TreeMap<>(sort).forEach((name, painter) -> all.add(new HardKind(name, painter)));
    }
    return all;
  }

  /**
   * Draws one picture of a pair.
   *
   * @param template both pictures of a pair are drawn with the same one
   * @param own a seed of this picture alone
   * @param photos photographs of this picture's side only
   */
  public BufferedImage draw(long template, long own, Supplier<BufferedImage> photos) {
    return painter.paint(new Hand(new Random(template), new Random(own), photos)).picture();
  }
}
