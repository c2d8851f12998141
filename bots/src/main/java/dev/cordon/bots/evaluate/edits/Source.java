package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * What one edit works with: the original, its luck, and other people's media for collages.
 *
 * <p>For one thread and one edit.
 */
public final class Source {
  private final Album album;
  private final Path file;
  private final Company company;
  private final Random random;

  /**
   * A source whose luck depends on nothing but the arguments.
   *
   * @param others what an edit may set beside or around the original
   * @param seed of the whole evaluation
   * @param salt tells this use of the seed from others, such as the edit's and the file's names
   */
  public Source(Album album, Path file, List<Path> others, long seed, String salt) {
    this(album, file, Company.of(others), seed, salt);
  }

  /** The same, of films and sounds too. */
  public Source(Album album, Path file, Company company, long seed, String salt) {
    this.album = album;
    this.file = file;
    this.company = company;
    this.random = new Random(mixed(seed, salt));
  }

  /** FNV-1a, 64 bits: strings that differ little get seeds that differ much. */
  private static long mixed(long seed, String salt) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (int i = 0; i < salt.length(); i++) {
      hash = (hash ^ salt.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The file that is edited. */
  public Path file() {
    return file;
  }

  /** The original as a picture; shared, so not to be drawn on. */
  BufferedImage picture() {
    return album.picture(file);
  }

  /** Somebody else's picture; shared, so not to be drawn on. */
  BufferedImage other() {
    return album.picture(otherFile());
  }

  /** Somebody else's file of the same kind. */
  Path otherFile() {
    return anyOf(company.others(), "no other file of its kind to set beside it");
  }

  /** A file that is enrolled when the original is. */
  Path partner() {
    return anyOf(company.partners(), "no other enrolled file of its kind to join it with");
  }

  /** Somebody else's sound, or a film that has some. */
  Path sound() {
    return anyOf(company.sounds(), "no other file with sound to lay over it");
  }

  private Path anyOf(List<Path> files, String none) {
    if (files.isEmpty()) {
      throw new UncheckedIOException(
          "cannot be edited: the corpus has " + none, new FileNotFoundException(none));
    }
    return files.get(random.nextInt(files.size()));
  }

  /** What makes films and sounds. */
  Studio studio() {
    return company
        .studio()
        .orElseThrow(() -> new IllegalStateException("Films and sounds need a studio"));
  }

  Random random() {
    return random;
  }

  /** Evenly spread. */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Either bound included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** -1 or 1. */
  int sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  Color colour() {
    return Color.getHSBColor(random.nextFloat(), 0.55f + 0.45f * random.nextFloat(), 0.9f);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
