package dev.cordon.bots.evaluate.edits;

import java.util.List;

/**
 * An edited copy.
 *
 * @param bytes a whole file
 * @param extension of its name, without the dot
 * @param truth which seconds are of which files; empty for pictures
 */
public record Edited(byte[] bytes, String extension, List<Stretch> truth) {
  public Edited {
    truth = List.copyOf(truth);
  }

  /** A picture. */
  Edited(byte[] bytes, String extension) {
    this(bytes, extension, List.of());
  }
}
