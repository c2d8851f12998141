package dev.cordon.bots.explain;

import dev.cordon.matcher.decode.Fingerprinter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
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
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in, true, true);
      int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
      return longer > Fingerprinter.RENDERING_SIDE ? Optional.empty() : Optional.of(reader.read(0));
    } catch (IOException | RuntimeException e) { // on what is malformed, readers throw either
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }
}
