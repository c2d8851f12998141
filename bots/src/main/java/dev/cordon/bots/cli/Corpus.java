package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.Media;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files as media of an evaluation. */
final class Corpus {
  /** Two for either half: a collage needs others than the picture itself. */
  static final int FEWEST = 4;

  private Corpus() {}

  /** All files of a folder, without signals. */
  static List<Media> plain(Path folder, String prefix) {
    return MediaFiles.under(List.of(folder)).stream()
        .map(file -> new Media(prefix + name(folder, file), file, List.of()))
        .toList();
  }

  /** The file's path within the folder, the same on every system. */
  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  /** Fingerprints media; what cannot be judged by more than its bytes is told and left out. */
  static List<Media> hashed(List<Media> plain, Enrolment enrolment) {
    List<Media> media = new ArrayList<>();
    Map<Path, String> names =
        plain.stream().collect(Collectors.toMap(Media::file, Media::name, (a, b) -> a));
    try (Progress progress = new Progress("Read", plain.size())) {
      enrolment.signals(
          plain.stream().map(Media::file).toList(),
          hashed -> {
            if (hashed.problem().isPresent()) {
              progress.remark(hashed.file() + ": left out: " + hashed.problem().get());
            } else {
              media.add(
                  new Media(
                      names.getOrDefault(hashed.file(), ""), hashed.file(), hashed.signals()));
            }
            progress.step();
          });
    }
    return media;
  }

  static Refusal tooFew(int count) {
    return Refusal.usage(
        "--corpus must hold at least "
            + FEWEST
            + " different pictures that can be judged, has "
            + count);
  }
}
