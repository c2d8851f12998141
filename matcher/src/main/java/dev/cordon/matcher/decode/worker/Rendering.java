package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.signal.Picture;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** A picture to look at. */
final class Rendering {
  private Rendering() {}

  /** A PNG of at most {@link Fingerprinter#RENDERING_SIDE} pixels a side. */
  static byte[] of(Picture picture) {
    try (Mat small = new Mat();
        Size size = size(picture, Fingerprinter.RENDERING_SIDE)) {
      draw(picture, small, size);
      return png(small);
    }
  }

  /** Draws it as it is. */
  static void draw(Picture picture, Mat small, Size size) {
    try (Mat full = mat(picture)) {
      resize(full, small, size, 0, 0, INTER_AREA);
    }
  }

  /** On the picture's own pixels, valid as long as they are. */
  static Mat mat(Picture picture) {
    int type = picture.channels() == 1 ? CV_8UC1 : CV_8UC3;
    return new Mat(picture.height(), picture.width(), type, new BytePointer(picture.pixels()));
  }

  /** A picture's size brought down so that no side is longer. */
  static Size size(Picture picture, int side) {
    double scale = Math.min(1, (double) side / Math.max(picture.width(), picture.height()));
    return new Size(
        (int) Math.max(1, Math.round(picture.width() * scale)),
        (int) Math.max(1, Math.round(picture.height() * scale)));
  }

  static byte[] png(Mat mat) {
    try (BytePointer png = new BytePointer()) {
      imencode(".png", mat, png);
      byte[] bytes = new byte[(int) png.limit()];
      png.get(bytes);
      return bytes;
    }
  }
}
