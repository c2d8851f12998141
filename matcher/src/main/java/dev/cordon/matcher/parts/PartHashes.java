package dev.cordon.matcher.parts;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.pdq.PdqHash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of a {@link PdqParts#TYPE} signal: parts joined by semicolons, each {@code
 * left,top,right,bottom,quality,hash,mirrored}. Edges are ten-thousandths of the width or height,
 * hashes 64 hexadecimal digits.
 */
public final class PartHashes {
  private static final int FIELDS = 7;
  private static final int SCALE = 10_000;

  private PartHashes() {}

  /**
   * A part of a picture.
   *
   * @param quality of its hashes, 0 to 100
   * @param upright its PDQ hash
   * @param mirrored the PDQ hash of it with left and right exchanged
   */
  public record Part(Region region, int quality, PdqHash upright, PdqHash mirrored) {}

  static String format(List<Part> parts) {
    return parts.stream().map(PartHashes::format).collect(Collectors.joining(";"));
  }

  private static String format(Part part) {
    Region region = part.region();
    return "%d,%d,%d,%d,%d,%s,%s"
        .formatted(
            Math.round(region.left() * SCALE),
            Math.round(region.top() * SCALE),
            Math.round(region.right() * SCALE),
            Math.round(region.bottom() * SCALE),
            part.quality(),
            part.upright(),
            part.mirrored());
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException when it is malformed or holds more parts than are ever made
   */
  public static List<Part> parse(String value) {
    String[] parts = value.split(";", -1);
    if (parts.length > Candidates.MOST) {
      throw new IllegalArgumentException(
          PdqParts.TYPE + " has at most " + Candidates.MOST + " parts, got " + parts.length);
    }
    return Arrays.stream(parts).map(PartHashes::part).toList();
  }

  private static Part part(String text) {
    String[] fields = text.split(",", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(
          "A part has " + FIELDS + " fields joined by commas, got " + fields.length);
    }
    Region region = new Region(edge(fields[0]), edge(fields[1]), edge(fields[2]), edge(fields[3]));
    if (region.left() >= region.right() || region.top() >= region.bottom()) {
      throw new IllegalArgumentException("A part is empty: " + region);
    }
    return new Part(
        region, bounded(fields[4], 100), PdqHash.parse(fields[5]), PdqHash.parse(fields[6]));
  }

  private static double edge(String text) {
    return bounded(text, SCALE) / (double) SCALE;
  }

  private static int bounded(String text, int most) {
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (number < 0 || number > most) {
      throw new IllegalArgumentException("A number of a part must be 0 to " + most);
    }
    return number;
  }
}
