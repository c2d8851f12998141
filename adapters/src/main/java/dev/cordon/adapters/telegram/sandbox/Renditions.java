package dev.cordon.adapters.telegram.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram makes of an uploaded picture: JPEGs of at most 90, 320, 800 and 1280 pixels a side,
 * never larger than the original, without metadata. Kept by the digest of the upload, up to a
 * number of bytes, because a demo posts the same picture often.
 */
final class Renditions {
  private static final int[] SIDES = {90, 320, 800, 1280};
  private static final int MAX_WIDTH_PLUS_HEIGHT = 10_000;
  private static final float QUALITY = 0.85f;
  private static final long CACHE_BYTES = 48L << 20;

  /** One size of a picture. */
  record Rendition(byte[] jpeg, int width, int height) {}

  private final LinkedHashMap<String, List<Rendition>> cache = new LinkedHashMap<>(16, 0.75f, true);
  private long cached;

  /**
   * Smallest first.
   *
   * @throws ApiError as Telegram words it, when this is no picture or a too large one
   */
  List<Rendition> of(byte[] upload) {
    String digest = digest(upload);
    List<Rendition> known = find(digest);
    if (known != null) {
      return known;
    }
    List<Rendition> made = make(decode(upload));
    keep(digest, made);
    return made;
  }

  /** Width and height of a picture in a format that the JDK reads, else 512×512. */
  static int[] dimensions(byte[] picture) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      return image == null ? new int[] {512, 512} : new int[] {image.getWidth(), image.getHeight()};
    } catch (IOException | RuntimeException e) {
      return new int[] {512, 512};
    }
  }

  private synchronized @Nullable List<Rendition> find(String digest) {
    return cache.get(digest);
  }

  private synchronized void keep(String digest, List<Rendition> made) {
    if (cache.put(digest, made) == null) {
      cached += weight(made);
    }
    var oldest = cache.entrySet().iterator();
    while (cached > CACHE_BYTES && cache.size() > 1) {
      Map.Entry<String, List<Rendition>> gone = oldest.next();
      cached -= weight(gone.getValue());
      oldest.remove();
    }
  }

  private static long weight(List<Rendition> made) {
    return made.stream().mapToLong(r -> r.jpeg().length).sum();
  }

  private static BufferedImage decode(byte[] upload) {
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(upload));
    } catch (IOException | RuntimeException e) {
      throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
    }
    if (image == null) {
      throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
    }
    if (image.getWidth() + image.getHeight() > MAX_WIDTH_PLUS_HEIGHT) {
      throw ApiError.badRequest("PHOTO_INVALID_DIMENSIONS");
    }
    return image;
  }

  private static List<Rendition> make(BufferedImage image) {
    int side = Math.max(image.getWidth(), image.getHeight());
    List<Rendition> made = new ArrayList<>();
    BufferedImage larger = scaled(image, Math.min(side, SIDES[SIDES.length - 1]));
    made.add(encode(larger));
    for (int i = SIDES.length - 2; i >= 0; i--) {
      if (SIDES[i] < side) {
        larger = scaled(larger, SIDES[i]);
        made.add(0, encode(larger));
      }
    }
    return List.copyOf(made);
  }

  /** Halves while it can, so that every pixel of the original counts; then the rest of the way. */
  private static BufferedImage scaled(BufferedImage image, int side) {
    double factor = (double) side / Math.max(image.getWidth(), image.getHeight());
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage now = image;
    while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
      now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
    }
    return drawn(now, width, height);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = target.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return target;
  }

  private static Rendition encode(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new IllegalStateException("could not encode a JPEG in memory", e);
    } finally {
      writer.dispose();
    }
    return new Rendition(out.toByteArray(), image.getWidth(), image.getHeight());
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
