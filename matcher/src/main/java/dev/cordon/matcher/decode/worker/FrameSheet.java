package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.signal.Picture;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/** Frames one under another, each as large as the first that came. */
final class FrameSheet implements AutoCloseable {
  private final int count;
  private final boolean blurred;
  private @Nullable Mat sheet;

  FrameSheet(int count, boolean blurred) {
    this.count = count;
    this.blurred = blurred;
  }

  /** Draws the frame of a place, over what is there. */
  void put(int place, Picture picture) {
    Mat all = sheet == null ? begun(picture) : sheet;
    int height = all.rows() / count;
    try (Mat cell = all.rowRange(place * height, (place + 1) * height);
        Size size = new Size(all.cols(), height)) {
      if (blurred) {
        Preview.draw(picture, cell, size);
      } else {
        Rendering.draw(picture, cell, size);
      }
    }
  }

  private Mat begun(Picture picture) {
    try (Size cell = Rendering.size(picture, Fingerprinter.FRAME_SIDE);
        Scalar white = Scalar.all(255)) {
      int type = blurred || picture.channels() == 1 ? CV_8UC1 : CV_8UC3;
      Mat begun = new Mat(cell.height() * count, cell.width(), type, white);
      sheet = begun;
      return begun;
    }
  }

  /** Empty when no frame came. */
  Optional<byte[]> png() {
    return Optional.ofNullable(sheet).map(Rendering::png);
  }

  @Override
  public void close() {
    if (sheet != null) {
      sheet.close();
    }
  }
}
