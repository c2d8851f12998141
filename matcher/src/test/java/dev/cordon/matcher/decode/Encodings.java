package dev.cordon.matcher.decode;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as files, in the ways that people send them. */
final class Encodings {
  private Encodings() {}

  static byte[] encode(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("No writer for " + format + " of type " + image.getType());
    }
    return out.toByteArray();
  }

  static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality);
    return write(writer, new IIOImage(image, null, null), param);
  }

  /** Cyan, magenta, yellow and key, inverted as Photoshop writes them and decoders expect. */
  static byte[] cmykJpeg(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    WritableRaster raster =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int i = 0; i < width * height; i++) {
      int rgb = image.getRGB(i % width, i / width);
      int[] cmyk = {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 255};
      raster.setPixel(i % width, i / width, cmyk);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    return write(writer, new IIOImage(raster, null, null), writer.getDefaultWriteParam());
  }

  private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, image, param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static byte[] animatedGif(List<BufferedImage> frames) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (BufferedImage frame : frames) {
        BufferedImage indexed = convert(frame, BufferedImage.TYPE_BYTE_INDEXED);
        writer.writeToSequence(new IIOImage(indexed, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The same picture in another kind of image. */
  static BufferedImage convert(BufferedImage image, int type) {
    BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = converted.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return converted;
  }

  /** The picture with everything left of a column transparent (and black beneath). */
  static BufferedImage transparentLeftOf(BufferedImage image, int column) {
    BufferedImage cut = convert(image, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < cut.getHeight(); y++) {
      for (int x = 0; x < column; x++) {
        cut.setRGB(x, y, 0);
      }
    }
    return cut;
  }

  /** The picture stored so that an EXIF orientation brings it upright. */
  static BufferedImage stored(BufferedImage upright, int orientation) {
    boolean turned = orientation >= 5;
    int width = turned ? upright.getHeight() : upright.getWidth();
    int height = turned ? upright.getWidth() : upright.getHeight();
    BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < upright.getHeight(); y++) {
      for (int x = 0; x < upright.getWidth(); x++) {
        int right = upright.getWidth() - 1 - x;
        int down = upright.getHeight() - 1 - y;
        int[] to =
            switch (orientation) {
              case 1 -> new int[] {x, y};
              case 2 -> new int[] {right, y};
              case 3 -> new int[] {right, down};
              case 4 -> new int[] {x, down};
              case 5 -> new int[] {y, x};
              case 6 -> new int[] {y, right};
              case 7 -> new int[] {down, right};
              default -> new int[] {down, x};
            };
        stored.setRGB(to[0], to[1], upright.getRGB(x, y));
      }
    }
    return stored;
  }

  /** A JPEG with an EXIF segment that holds an orientation only. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
    exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0MM\0*".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return ByteBuffer.allocate(jpeg.length + exif.capacity())
        .put(jpeg, 0, 2)
        .put(exif.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A PNG whose header claims a size, its checksum right. */
  static byte[] pngClaiming(byte[] png, int width, int height) {
    byte[] claiming = Arrays.copyOf(png, png.length);
    ByteBuffer.wrap(claiming).putInt(16, width).putInt(20, height);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(claiming, 12, 17);
    ByteBuffer.wrap(claiming).putInt(29, (int) crc.getValue());
    return claiming;
  }
}
