package dev.cordon.bots.explain;

import dev.cordon.matcher.decode.Fingerprinter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads what a decoder drew; it is a process that met hostile bytes. */
public final class Pictures {
  private Pictures() {}

  /**
   * The pixels of a rendering or a preview.
   *
   * @return empty when it is no PNG, or larger than it may be
   */
  public static Optional<BufferedImage> read(byte[] png) {
    return read(png, Fingerprinter.RENDERING_SIDE, Fingerprinter.RENDERING_SIDE);
  }

  /**
   * The frames of a film, which stand one under another.
   *
   * @param count how many were asked for
   * @return empty when they cannot be read
   */
  public static List<BufferedImage> frames(byte[] png, int count) {
    return read(png, Fingerprinter.FRAME_SIDE, Fingerprinter.FRAME_SIDE * count)
        .filter(sheet -> sheet.getHeight() % count == 0)
        .map(sheet -> cut(sheet, count))
        .orElse(List.of());
  }

  private static List<BufferedImage> cut(BufferedImage sheet, int count) {
    int height = sheet.getHeight() / count;
    return IntStream.range(0, count)
        .mapToObj(i -> sheet.getSubimage(0, i * height, sheet.getWidth(), height))
        .toList();
  }

  private static Optional<BufferedImage> read(byte[] png, int mostWide, int mostHigh) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in, true, true);
      boolean fits = reader.getWidth(0) <= mostWide && reader.getHeight(0) <= mostHigh;
      return fits ? Optional.of(reader.read(0)) : Optional.empty();
    } catch (IOException | RuntimeException e) { // on what is malformed, readers throw either
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }
}
