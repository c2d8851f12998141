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

  /** Whether the beginning of a file is one of a picture that Java reads. */
  public static boolean readable(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      return in != null && ImageIO.getImageReaders(in).hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  private static BufferedImage read(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      int orientation = Orientation.of(in);
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("not a picture that can be edited (JPEG, PNG, GIF, BMP, TIFF)");
      }
      return Canvas.within(Orientation.upright(read(readers.next(), in), orientation), SIDE);
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      // Damaged files bring ImageIO to throw whatever an array or a colour model throws.
      throw new UncheckedIOException("cannot be edited: " + e.getMessage(), new IOException(e));
    }
  }

  private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      return Canvas.copy(reader.read(0));
    } finally {
      reader.dispose();
    }
  }
}
