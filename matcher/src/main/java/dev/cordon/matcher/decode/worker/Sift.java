package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.cordon.matcher.local.Keypoint;
import dev.cordon.matcher.signal.Picture;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.KeyPoint;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/** Finds SIFT features (Lowe 2004) in a grey picture, with OpenCV. */
final class Sift implements AutoCloseable {
  /** The longer side at which features are looked for; larger pictures are reduced to it. */
  private static final int LONGER_SIDE = 720;

  /** Smaller pictures are enlarged to this, so that thumbnails have features. */
  private static final int LEAST_SIDE = 420;

  private static final int MOST = 2000;
  private static final int LAYERS = 3;
  private static final double CONTRAST = 0.012;

  /** For pictures with hardly any contrast, such as plain gradients. */
  private static final double LOW_CONTRAST = 0.002;

  private static final int FEW = 250;
  private static final double EDGE = 10;
  private static final double SIGMA = 1.6;
  private static final int DIMENSIONS = 128;

  /** Features of a frame of a film; there are many frames. */
  private static final int MOST_OF_FRAME = 600;

  private static final int FEW_OF_FRAME = 60;

  private final SIFT sift;
  private final SIFT sensitive;
  private final int few;

  private Sift(int most, int few) {
    sift = SIFT.create(most, LAYERS, CONTRAST, EDGE, SIGMA, false);
    sensitive = SIFT.create(most, LAYERS, LOW_CONTRAST, EDGE, SIGMA, false);
    this.few = few;
  }

  /** For still pictures. */
  static Sift ofPictures() {
    return new Sift(MOST, FEW);
  }

  /** For the frames of films, which are small already. */
  static Sift ofFrames() {
    return new Sift(MOST_OF_FRAME, FEW_OF_FRAME);
  }

  /** Features of a grey or coloured picture. */
  List<Keypoint> find(Picture picture) {
    int type = picture.channels() == 1 ? CV_8UC1 : CV_8UC3;
    try (BytePointer pixels = new BytePointer(picture.pixels());
        Mat mat = new Mat(picture.height(), picture.width(), type, pixels)) {
      if (type == CV_8UC1) {
        return find(mat);
      }
      try (Mat grey = new Mat()) {
        cvtColor(mat, grey, COLOR_BGR2GRAY);
        return find(grey);
      }
    }
  }

  /** Features in the coordinates of the picture that is given. */
  List<Keypoint> find(Mat grey) {
    int longer = Math.max(grey.cols(), grey.rows());
    double scale = longer > LONGER_SIDE ? LONGER_SIDE / (double) longer : 1;
    scale = longer < LEAST_SIDE ? LEAST_SIDE / (double) longer : scale;
    try (Mat scaled = new Mat()) {
      if (scale == 1) {
        return detect(grey, 1);
      }
      int width = Math.max(1, (int) Math.round(grey.cols() * scale));
      int height = Math.max(1, (int) Math.round(grey.rows() * scale));
      try (Size size = new Size(width, height)) {
        resize(grey, scaled, size, 0, 0, scale < 1 ? INTER_AREA : INTER_CUBIC);
      }
      return detect(scaled, longer / (double) Math.max(width, height));
    }
  }

  private List<Keypoint> detect(Mat grey, double back) {
    List<Keypoint> found = detect(sift, grey, back);
    return found.size() < few ? detect(sensitive, grey, back) : found;
  }

  private static List<Keypoint> detect(SIFT sift, Mat grey, double back) {
    try (KeyPointVector points = new KeyPointVector();
        Mat descriptors = new Mat();
        Mat everywhere = new Mat()) {
      sift.detectAndCompute(grey, everywhere, points, descriptors);
      List<Keypoint> found = new ArrayList<>();
      if (points.size() == 0) {
        return found;
      }
      FloatBuffer values = descriptors.createBuffer();
      for (long i = 0; i < points.size(); i++) {
        found.add(read(points.get(i), values, back));
      }
      return found;
    }
  }

  private static Keypoint read(KeyPoint point, FloatBuffer values, double back) {
    float[] descriptor = new float[DIMENSIONS];
    values.get(descriptor);
    return new Keypoint(
        (float) (point.pt().x() * back),
        (float) (point.pt().y() * back),
        (float) (point.size() * back),
        point.angle(),
        point.response(),
        descriptor);
  }

  @Override
  public void close() {
    sift.close();
    sensitive.close();
  }
}
