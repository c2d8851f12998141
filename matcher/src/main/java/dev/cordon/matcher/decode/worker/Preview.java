package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.cordon.matcher.signal.Picture;
import org.bytedeco.javacpp.BytePointer;
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
    double scale = Math.min(1, (double) SIDE / Math.max(picture.width(), picture.height()));
    int width = (int) Math.max(1, Math.round(picture.width() * scale));
    int height = (int) Math.max(1, Math.round(picture.height() * scale));
    try (Mat grey = new Mat(picture.height(), picture.width(), CV_8UC1);
        Mat small = new Mat();
        Size size = new Size(width, height);
        Size kernel = new Size(0, 0);
        BytePointer png = new BytePointer()) {
      fill(grey, picture);
      resize(grey, small, size, 0, 0, INTER_AREA);
      GaussianBlur(small, small, kernel, SIGMA);
      imencode(".png", small, png);
      byte[] bytes = new byte[(int) png.limit()];
      png.get(bytes);
      return bytes;
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
