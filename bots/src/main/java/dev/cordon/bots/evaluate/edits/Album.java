package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures from files, upright and at most {@value #SIDE} pixels a side as messengers send them,
 * the last few kept. For any number of threads.
 */
public final class Album {
  /** The longer side of what is edited, in pixels. */
  public static final int SIDE = 1280;

  /** At 5 MB each. */
  private static final int KEPT = 24;

  private final Map<Path, BufferedImage> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, BufferedImage> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * The picture of a file.
   *
   * @throws UncheckedIOException when it is none that Java reads (JPEG, PNG, GIF, BMP, TIFF)
   */
  public BufferedImage picture(Path file) {
    synchronized (kept) {
      BufferedImage known = kept.get(file);
      if (known != null) {
        return known;
      }
    }
    BufferedImage read = read(file);
    synchronized (kept) {
      kept.put(file, read);
    }
    return read;
  }

  private static BufferedImage read(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("not a picture that can be edited (JPEG, PNG, GIF, BMP, TIFF)");
      }
      return Canvas.within(read(readers.next(), in), SIDE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // Damaged files bring ImageIO to throw whatever an array or a colour model throws.
      throw new UncheckedIOException(file + ": cannot be edited", new IOException(e));
    }
  }

  private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in);
      int orientation = Orientation.of(reader);
      return Orientation.upright(Canvas.copy(reader.read(0)), orientation);
    } finally {
      reader.dispose();
    }
  }
}
