package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.Keypoint;
import dev.cordon.matcher.local.LocalFeatures;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Extractor;
import dev.cordon.matcher.signal.Picture;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Local features, as an entry keeps them and as a query looks for them. */
final class SiftExtractor implements Extractor {
  private static final int ALL = 100;

  private final Sift sift = new Sift();

  @Override
  public String name() {
    return Signal.LOCAL_FEATURES;
  }

  @Override
  public Depth depth() {
    return Depth.FEATURES;
  }

  @Override
  public List<Signal> signals(Picture picture) {
    List<Keypoint> found = find(picture);
    LocalFeatures kept = LocalFeatures.of(picture, found);
    LocalQuery query = LocalQuery.of(picture, found);
    return kept.isTelling()
        ? List.of(
            new Signal(Signal.LOCAL_FEATURES, kept.toString(), ALL),
            new Signal(LocalQuery.TYPE, query.toString(), ALL))
        : List.of(new Signal(LocalQuery.TYPE, query.toString(), ALL));
  }

  private List<Keypoint> find(Picture picture) {
    int type = picture.channels() == 1 ? CV_8UC1 : CV_8UC3;
    try (BytePointer pixels = new BytePointer(picture.pixels());
        Mat mat = new Mat(picture.height(), picture.width(), type, pixels)) {
      if (type == CV_8UC1) {
        return sift.find(mat);
      }
      try (Mat grey = new Mat()) {
        cvtColor(mat, grey, COLOR_BGR2GRAY);
        return sift.find(grey);
      }
    }
  }
}
