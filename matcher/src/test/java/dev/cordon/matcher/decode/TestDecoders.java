package dev.cordon.matcher.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decoders for tests: the native libraries are unpacked once a build. */
final class TestDecoders {
  private static final Path NATIVES = Path.of("target", "natives");

  private TestDecoders() {}

  static DecoderOptions options(Path scratch) {
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
}
