package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.cordon.matcher.signal.Picture;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** A picture made safe to look at. */
final class Preview {
  private static final int SIDE = 320;

  /** Of the blur, in pixels of the preview: a face that fills a quarter of it is a blot. */
  private static final double SIGMA = 9;

  private Preview() {}

  /** A grey, blurred PNG of at most 320 pixels a side. */
  static byte[] of(Picture picture) {
    try (Mat small = new Mat();
        Size size = Rendering.size(picture, SIDE)) {
      draw(picture, small, size);
      return Rendering.png(small);
    }
  }

  /** Draws it grey and blurred. */
  static void draw(Picture picture, Mat small, Size size) {
    try (Mat grey = new Mat(picture.height(), picture.width(), CV_8UC1);
        Size kernel = new Size(0, 0)) {
      fill(grey, picture);
      resize(grey, small, size, 0, 0, INTER_AREA);
      GaussianBlur(small, small, kernel, SIGMA);
    }
  }

  private static void fill(Mat grey, Picture picture) {
    java.nio.ByteBuffer bytes = grey.createBuffer();
    for (float[] row : picture.luma(picture.width(), picture.height())) {
      for (float luma : row) {
        bytes.put((byte) Math.round(luma));
      }
    }
  }
}
