package dev.cordon.benchmarks;

import dev.cordon.bots.evaluate.edits.Album;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.bots.evaluate.edits.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What OpenCV's local features and perceptual hashes find of edited copies, side by side on the
 * same files: recall at the loosest threshold that errs nowhere, and what a picture costs. One copy
 * of each picture of a bank, the edits of the catalogue in turn, and edited pictures that the bank
 * does not hold; every pair of a query and a bank picture that do not belong together is a chance
 * to err.
 *
 * <p>{@code java -cp … dev.cordon.benchmarks.FeatureComparison corpus [bank] [unknown] [peers]}
 */
public final class FeatureComparison {
  /** The longer side of what features are taken from, in pixels. */
  private static final int SIDE = 640;

  private static final long SEED = 1;

  /** An edited copy and which bank picture it was made of; -1: of none. */
  private record Query(Mat picture, int of) {}

  private final List<Mat> bank = new ArrayList<>();
  private final List<Query> queries = new ArrayList<>();

  private FeatureComparison() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1) {
      System.err.println(
          "Usage: FeatureComparison corpus-folder [bank] [unknown] [peers, a regex]");
      System.exit(2);
    }
    int known = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    int unknown = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    String wanted = arguments.length > 3 ? arguments[3] : ".*";
    opencv_core.setNumThreads(1);
    FeatureComparison comparison = new FeatureComparison();
    comparison.read(pictures(Path.of(arguments[0]), known + unknown), known);
    System.out.println(
        "| peer | ms a picture | ms a pair | worst unrelated | recall |\n|---|---|---|---|---|");
    for (Peer<?> peer : peers()) {
      if (peer.name().matches(wanted)) {
        comparison.measure(peer);
      }
    }
  }

  private static List<Peer<?>> peers() {
    List<Peer<?>> peers = new ArrayList<>(List.of(HashPeer.pHash(), HashPeer.blockMean()));
    for (int count : new int[] {300, 500, 800}) {
      peers.addAll(
          List.of(
              FeaturePeer.orb(count),
              FeaturePeer.akaze(count),
              FeaturePeer.sift(count),
              FeaturePeer.rootSift(count)));
    }
    return peers;
  }

  private static List<Path> pictures(Path corpus, int count) throws IOException {
    try (Stream<Path> files = Files.walk(corpus)) {
      List<Path> pictures =
          new ArrayList<>(
              files
                  .filter(f -> f.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)"))
                  .sorted()
                  .toList());
      if (pictures.size() < count) {
        throw new IllegalArgumentException(
            corpus + " holds " + pictures.size() + " pictures, asked for are " + count);
      }
      Collections.shuffle(pictures, new Random(SEED));
      return pictures.subList(0, count);
    }
  }

  private void read(List<Path> files, int known) {
    List<Edit> edits = new ArrayList<>(Catalogue.of(MediaKind.PICTURE));
    edits.removeIf(Edit::hopeless);
    Collections.shuffle(edits, new Random(SEED));
    List<Path> others = files.subList(known, files.size());
    Album album = new Album();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      if (i < known) {
        bank.add(grey(opencv_imgcodecs.imread(file.toString(), opencv_imgcodecs.IMREAD_GRAYSCALE)));
      }
      Edit edit = edits.get(i % edits.size());
      Source source = new Source(album, file, others, SEED, edit.name() + file.getFileName());
      Mat bytes = new Mat(edit.apply(source).bytes());
      Mat picture = opencv_imgcodecs.imdecode(bytes, opencv_imgcodecs.IMREAD_GRAYSCALE);
      queries.add(new Query(grey(picture), i < known ? i : -1));
    }
    System.err.printf("%d bank pictures, %d queries%n", bank.size(), queries.size());
  }

  private static Mat grey(Mat picture) {
    double scale = (double) SIDE / Math.max(picture.cols(), picture.rows());
    if (scale >= 1) {
      return picture;
    }
    Mat smaller = new Mat();
    Size size = new Size((int) (picture.cols() * scale), (int) (picture.rows() * scale));
    opencv_imgproc.resize(picture, smaller, size, 0, 0, opencv_imgproc.INTER_AREA);
    return smaller;
  }

  private <S> void measure(Peer<S> peer) {
    long start = cpu();
    List<S> known = bank.stream().map(peer::signal).toList();
    List<S> asked = queries.stream().map(query -> peer.signal(query.picture())).toList();
    double signalMillis = (cpu() - start) / 1e6 / (known.size() + asked.size());
    start = cpu();
    List<Double> right = new ArrayList<>();
    double worst = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < asked.size(); q++) {
      for (int b = 0; b < known.size(); b++) {
        double closeness = peer.closeness(asked.get(q), known.get(b));
        if (queries.get(q).of() == b) {
          right.add(closeness);
        } else {
          worst = Math.max(worst, closeness);
        }
      }
    }
    double pairMillis = (cpu() - start) / 1e6 / ((double) asked.size() * known.size());
    double bar = worst;
    long found = right.stream().filter(closeness -> closeness > bar).count();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.3f | %.0f | %.1f %% |%n",
        peer.name(),
        signalMillis,
        pairMillis,
        Math.abs(worst),
        100.0 * found / right.size());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /**
   * A way of recognising pictures.
   *
   * @param <S> what it keeps of a picture
   */
  interface Peer<S> {
    String name();

    /** From a grey picture. */
    S signal(Mat picture);

    /** The larger the more alike. */
    double closeness(S asked, S known);
  }

  /** Keeps results in Java, so that the native memory of each step can go at once. */
  static <T> T scoped(java.util.function.Supplier<T> step) {
    try (PointerScope scope = new PointerScope()) {
      return step.get();
    }
  }
}
