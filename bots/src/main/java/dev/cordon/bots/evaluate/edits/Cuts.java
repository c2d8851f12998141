package dev.cordon.bots.evaluate.edits;

import dev.cordon.bots.evaluate.edits.Stretch.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Stretches of files as FFmpeg's streams, all of one size, rate and sort. */
final class Cuts {
  /** Samples a second of whatever is edited. */
  static final int RATE = 44_100;

  private static final String SORT =
      "aresample=" + RATE + ",aformat=sample_fmts=fltp:channel_layouts=stereo";

  private final Source source;
  private final Graph graph;

  Cuts(Source source, Graph graph) {
    this.source = source;
    this.graph = graph;
  }

  /** Some seconds of a file. */
  record Cut(Path file, double start, double seconds) {
    /** As the beginning of a copy. */
    Stretch stretch(Role role) {
      return new Stretch(role, file, 0, seconds, start, start + seconds);
    }
  }

  /** At most so many seconds from somewhere in a file, to a millisecond. */
  Cut of(Path file, double longest) {
    double whole = source.studio().clip(file).seconds();
    double seconds = Math.min(longest, whole);
    double start = Math.floor(1000 * source.between(0, whole - seconds)) / 1000;
    return new Cut(file, start, Math.round(1000 * seconds) / 1000.0);
  }

  /** The picture of a stretch, filling a frame. */
  Frame picture(Stretch stretch, Frame frame) {
    int input =
        graph.input(
            List.of(
                "-threads", "1",
                "-ss", seconds(stretch.entryStart()),
                "-t", seconds(stretch.entryEnd() - stretch.entryStart()),
                "-i", stretch.entry().toAbsolutePath().toString()));
    String label =
        graph.filter(
            List.of(input + ":v:0"),
            "fps=%s,scale=%d:%d:force_original_aspect_ratio=increase,crop=%d:%d,setsar=1,format=yuv420p",
            frame.rate(),
            frame.width(),
            frame.height(),
            frame.width(),
            frame.height());
    return frame.at(label);
  }

  /** The sound of a stretch; cut behind the decoder, as seeking in some formats is a guess. */
  String sound(Stretch stretch) {
    int input = graph.input(List.of("-vn", "-i", stretch.entry().toAbsolutePath().toString()));
    return graph.filter(
        List.of(input + ":a:0"),
        "atrim=start=%s:end=%s,asetpts=PTS-STARTPTS," + SORT,
        seconds(stretch.entryStart()),
        seconds(stretch.entryEnd()));
  }

  /** The sound of a stretch, or as much silence. */
  String soundOrSilence(Stretch stretch) {
    return source.studio().hasSound(stretch.entry())
        ? sound(stretch)
        : graph.filter(
            List.of(),
            "anullsrc=r=%d:cl=stereo,atrim=duration=%s," + SORT,
            RATE,
            seconds(stretch.entryEnd() - stretch.entryStart()));
  }

  /** How loud a stretch is, in decibels. */
  double level(Stretch stretch) {
    double length = stretch.entryEnd() - stretch.entryStart();
    return source.studio().level(stretch.entry(), stretch.entryStart(), length);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
