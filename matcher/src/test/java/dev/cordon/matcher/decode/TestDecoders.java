package dev.cordon.matcher.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decoders for tests: the native libraries are unpacked once a build. */
public final class TestDecoders {
  private static final Path NATIVES = Path.of("target", "natives");

  private TestDecoders() {}

  public static DecoderOptions options(Path scratch) {
    DecoderOptions defaults = DecoderOptions.in(scratch);
    return new DecoderOptions(
        1,
        defaults.maxBytes(),
        defaults.maxPixels(),
        defaults.perItem(),
        defaults.heapMegabytes(),
        defaults.memoryMegabytes(),
        defaults.plugins(),
        NATIVES,
        defaults.scratch());
  }

  /** A WebP file, which Java itself cannot write. */
  static byte[] webp(BufferedImage image) throws IOException {
    System.setProperty("org.bytedeco.javacpp.cachedir", NATIVES.toAbsolutePath().toString());
    byte[] bytes = Encodings.encode("png", image);
    try (BytePointer png = new BytePointer(bytes);
        Mat file = new Mat(1, bytes.length, opencv_core.CV_8U, png);
        Mat decoded = opencv_imgcodecs.imdecode(file, opencv_imgcodecs.IMREAD_UNCHANGED);
        BytePointer webp = new BytePointer()) {
      opencv_imgcodecs.imencode(".webp", decoded, webp);
      byte[] encoded = new byte[(int) webp.limit()];
      webp.get(encoded);
      return encoded;
    }
  }

  /** Frames of one size, a tenth of a second each, put together after the container's format. */
  static byte[] animatedWebp(BufferedImage... frames) throws IOException {
    ByteBuffer body = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    int right = frames[0].getWidth() - 1;
    int bottom = frames[0].getHeight() - 1;
    text(body, "WEBPVP8X").putInt(10).putInt(2);
    uint24(uint24(body, right), bottom);
    text(body, "ANIM").putInt(6).putInt(-1).putShort((short) 0);
    for (BufferedImage frame : frames) {
      byte[] still = webp(frame);
      text(body, "ANMF").putInt(16 + still.length - 12);
      uint24(uint24(uint24(uint24(uint24(body, 0), 0), right), bottom), 100).put((byte) 0);
      body.put(still, 12, still.length - 12);
    }
    body.flip();
    ByteBuffer riff = ByteBuffer.allocate(8 + body.limit()).order(ByteOrder.LITTLE_ENDIAN);
    return text(riff, "RIFF").putInt(body.limit()).put(body).array();
  }

  private static ByteBuffer text(ByteBuffer to, String text) {
    return to.put(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ByteBuffer uint24(ByteBuffer to, int value) {
    return to.putShort((short) value).put((byte) (value >> 16));
  }
}
