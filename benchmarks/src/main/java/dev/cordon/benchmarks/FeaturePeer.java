package dev.cordon.benchmarks;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.AKAZE;
import org.bytedeco.opencv.opencv_features2d.Feature2D;
import org.bytedeco.opencv.opencv_features2d.ORB;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/**
 * Local features: each of the query's is matched to its nearest of the other picture if the second
 * nearest is clearly farther (Lowe's ratio test), and the matches that agree on one similarity
 * (RANSAC, 3 pixels) are counted.
 */
record FeaturePeer(String name, Feature2D features, int norm, boolean root)
    implements FeatureComparison.Peer<FeaturePeer.Signal> {
  private static final float RATIO = 0.8f;
  private static final double REACH = 3;

  /**
   * The features of one picture.
   *
   * @param points x and y of each, pixels
   * @param descriptors a row each; bits or numbers
   */
  record Signal(float[] points, Mat descriptors) {}

  static FeaturePeer orb(int count) {
    ORB orb = ORB.create(count, 1.2f, 8, 31, 0, 2, ORB.HARRIS_SCORE, 31, 20);
    return new FeaturePeer("ORB " + count, orb, opencv_core.NORM_HAMMING, false);
  }

  static FeaturePeer akaze(int count) {
    AKAZE akaze = AKAZE.create();
    akaze.setThreshold(3e-4);
    akaze.setMaxPoints(count);
    return new FeaturePeer("AKAZE " + count, akaze, opencv_core.NORM_HAMMING, false);
  }

  static FeaturePeer sift(int count) {
    return new FeaturePeer("SIFT " + count, siftOf(count), opencv_core.NORM_L2, false);
  }

  /** Arandjelović and Zisserman 2012: the square roots of the shares that make up a descriptor. */
  static FeaturePeer rootSift(int count) {
    return new FeaturePeer("RootSIFT " + count, siftOf(count), opencv_core.NORM_L2, true);
  }

  private static SIFT siftOf(int count) {
    return SIFT.create(count, 3, 0.02, 10, 1.6, false);
  }

  @Override
  public Signal signal(Mat picture) {
    Mat descriptors = new Mat();
    KeyPointVector found = new KeyPointVector();
    features.detectAndCompute(picture, new Mat(), found, descriptors);
    float[] points = new float[2 * (int) found.size()];
    for (int i = 0; i < found.size(); i++) {
      points[2 * i] = found.get(i).pt().x();
      points[2 * i + 1] = found.get(i).pt().y();
    }
    if (root) {
      rootRows(descriptors);
    }
    return new Signal(points, descriptors);
  }

  private static void rootRows(Mat descriptors) {
    try (FloatIndexer values = descriptors.createIndexer()) {
      for (int row = 0; row < descriptors.rows(); row++) {
        float sum = 1e-9f;
        for (int i = 0; i < descriptors.cols(); i++) {
          sum += values.get(row, i);
        }
        for (int i = 0; i < descriptors.cols(); i++) {
          values.put(row, i, (float) Math.sqrt(values.get(row, i) / sum));
        }
      }
    }
  }

  @Override
  public double closeness(Signal asked, Signal known) {
    if (asked.descriptors().rows() < 4 || known.descriptors().rows() < 4) {
      return 0;
    }
    return FeatureComparison.scoped(() -> agreeing(asked, known));
  }

  private double agreeing(Signal asked, Signal known) {
    Mat distances = new Mat();
    Mat nearest = new Mat();
    int type = norm == opencv_core.NORM_L2 ? opencv_core.CV_32F : opencv_core.CV_32S;
    opencv_core.batchDistance(
        asked.descriptors(),
        known.descriptors(),
        distances,
        type,
        nearest,
        norm,
        2,
        new Mat(),
        0,
        false);
    distances.convertTo(distances, opencv_core.CV_32F);
    float[] from = new float[asked.points().length];
    float[] to = new float[asked.points().length];
    int matches = 0;
    try (FloatIndexer distance = distances.createIndexer();
        IntIndexer index = nearest.createIndexer()) {
      for (int i = 0; i < distances.rows(); i++) {
        if (distance.get(i, 0) < RATIO * distance.get(i, 1)) {
          System.arraycopy(asked.points(), 2 * i, from, 2 * matches, 2);
          System.arraycopy(known.points(), 2 * index.get(i, 0), to, 2 * matches, 2);
          matches++;
        }
      }
    }
    return matches < 4 ? matches : inliers(from, to, matches);
  }

  private static double inliers(float[] from, float[] to, int matches) {
    Mat inliers = new Mat();
    opencv_calib3d.estimateAffinePartial2D(
        points(from, matches),
        points(to, matches),
        inliers,
        opencv_calib3d.RANSAC,
        REACH,
        2000,
        0.99,
        10);
    return inliers.empty() ? 0 : opencv_core.countNonZero(inliers);
  }

  private static Mat points(float[] coordinates, int count) {
    Mat points = new Mat(count, 1, opencv_core.CV_32FC2);
    new org.bytedeco.javacpp.FloatPointer(points.data()).put(coordinates, 0, 2 * count);
    return points;
  }
}
