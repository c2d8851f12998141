package dev.cordon.bots.explain;

import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.local.Sketch;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * What is shown of a file and an entry.
 *
 * @param file the file that was judged
 * @param entry what is known
 * @param why the file matches it, or how far it is
 * @param sketch of the entry, for when its picture is not at hand
 * @param entries how many the entry's bank has
 * @param reel what is shown of a film or of sound
 */
public record Exhibit(
    Side file, Side entry, Explanation why, Optional<Sketch> sketch, long entries, Reel reel) {

  /** Of still pictures. */
  public Exhibit(Side file, Side entry, Explanation why, Optional<Sketch> sketch, long entries) {
    this(file, entry, why, sketch, entries, Reel.EMPTY);
  }

  /**
   * One of the two.
   *
   * @param title what it is, such as {@code The file}
   * @param name as it is, however long and odd
   * @param picture to look at; empty when there is none
   * @param remark why there is none, or what picture it is
   */
  public record Side(String title, String name, Optional<BufferedImage> picture, String remark) {}
}
