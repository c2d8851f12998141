package dev.cordon.matcher.decode.worker;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.Keypoint;
import dev.cordon.matcher.local.LocalFeatures;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Extractor;
import dev.cordon.matcher.signal.Picture;
import java.util.List;

/** Local features, as an entry keeps them and as a query looks for them. */
final class SiftExtractor implements Extractor {
  private static final int ALL = 100;

  private final Sift sift = Sift.ofPictures();

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
    List<Keypoint> found = sift.find(picture);
    LocalFeatures kept = LocalFeatures.of(picture, found);
    LocalQuery query = LocalQuery.of(picture, found);
    return kept.isTelling()
        ? List.of(
            new Signal(Signal.LOCAL_FEATURES, kept.toString(), ALL),
            new Signal(LocalQuery.TYPE, query.toString(), ALL))
        : List.of(new Signal(LocalQuery.TYPE, query.toString(), ALL));
  }
}
