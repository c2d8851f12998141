package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small JPEGs for reports. */
public final class Thumbnails {
  private static final int SIDE = 260;
  private static final Encoding ENCODING = Encoding.jpeg(72);

  private Thumbnails() {}

  /** Of an edited copy. */
  public static byte[] of(Edited copy) {
    try {
      return of(Canvas.copy(ImageIO.read(new ByteArrayInputStream(copy.bytes()))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a copy that was just made", e);
    }
  }

  /** Of an edited film or sound. */
  public static byte[] of(Edited copy, Studio studio) {
    Path file = studio.scratchFile("." + copy.extension());
    try {
      Files.write(file, copy.bytes());
      return studio.still(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a copy", e);
    } finally {
      studio.delete(file);
    }
  }

  /**
   * Of a file.
   *
   * @throws UncheckedIOException when it is no picture that Java reads
   */
  public static byte[] of(Album album, Path file) {
    return of(album.picture(file));
  }

  private static byte[] of(BufferedImage picture) {
    return ENCODING.bytes(Canvas.within(picture, SIDE));
  }
}
