package dev.cordon.bots.evaluate.edits;

import static dev.cordon.bots.evaluate.edits.FilmEdit.Track.DUB;
import static dev.cordon.bots.evaluate.edits.FilmEdit.Track.KEPT;
import static dev.cordon.bots.evaluate.edits.FilmEdit.Track.MUTE;
import static dev.cordon.bots.evaluate.edits.FilmEdit.of;

import dev.cordon.bots.evaluate.edits.FilmEdit.Track;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The edits of films that change where the picture is, and those that do several things. */
final class FilmLayouts {
  private static final double OFF_LEFT = 0.28;
  private static final double OFF_TOP = 0.05;

  private FilmLayouts() {}

  static List<FilmEdit> all() {
    return Stream.of(crops(), bars(), turns(), screens(), combinations())
        .flatMap(List::stream)
        .toList();
  }

  private static List<FilmEdit> crops() {
    String group = FilmEdit.CROP;
    return List.of(
        of(group, "crop-5", MUTE, "5 % off each edge", t -> FilmChanges.trimmed(t, 0.05)),
        of(group, "crop-10", DUB, "10 % off each edge", t -> FilmChanges.trimmed(t, 0.1)),
        of(group, "crop-15", MUTE, "15 % off each edge", t -> FilmChanges.trimmed(t, 0.15)),
        of(group, "crop-sides-30", DUB, "30 % of the width", t -> t.cropped(.15, 0, .7, 1)),
        of(group, "crop-4-3", MUTE, "the middle, 4 to 3", t -> FilmChanges.shape(t, 4 / 3.0)),
        of(group, "crop-square", MUTE, "the middle, square", t -> FilmChanges.shape(t, 1)),
        of(group, "crop-upright", MUTE, "the middle, 9 to 16", t -> FilmChanges.shape(t, 9 / 16.0)),
        of(group, "crop-off-centre", MUTE, "7/10 of either side, aside", FilmLayouts::offCentre));
  }

  private static void offCentre(Take take) {
    take.cropped(OFF_LEFT, OFF_TOP, 0.7, 0.7);
  }

  private static List<FilmEdit> bars() {
    String group = FilmEdit.BARS;
    return List.of(
        of(group, "letterbox", MUTE, "black above and below", FilmChanges::letterbox),
        of(group, "pillarbox", DUB, "black left and right", FilmChanges::pillarbox),
        of(group, "blurred-bars", MUTE, "upright, blurred around", FilmChanges::blurredBars),
        of(group, "white-bars", MUTE, "white all around", FilmLayouts::whiteBars),
        of(group, "frame", MUTE, "a coloured frame over the edges", FilmChanges::frame));
  }

  private static void whiteBars(Take take) {
    Frame now = take.frame();
    take.padded(now.width() * 1.25, now.height() * 1.4, 0.5, 0.4, "white");
  }

  private static List<FilmEdit> turns() {
    String group = FilmEdit.TURNS;
    return List.of(
        of(group, "mirrored", MUTE, "left for right", t -> t.picture("hflip")),
        of(group, "upside-down", DUB, "turned by 180 degrees", t -> t.picture("hflip,vflip")),
        of(group, "quarter-turn", MUTE, "turned by 90 degrees", FilmChanges::rotated90),
        of(group, "tilt-3", MUTE, "tilted by 3 degrees", t -> FilmChanges.tilted(t, 3)),
        of(group, "tilt-5", DUB, "tilted by 5 degrees", t -> FilmChanges.tilted(t, 5)),
        of(group, "mirrored-crop", DUB, "mirrored, 10 % off each edge", FilmLayouts::mirroredCrop));
  }

  private static void mirroredCrop(Take take) {
    FilmChanges.trimmed(take.picture("hflip"), 0.1);
  }

  private static List<FilmEdit> screens() {
    String group = FilmEdit.SCREENS;
    return List.of(
        of(group, "screen", MUTE, "a player filmed off a screen", FilmChanges::recorded),
        of(group, "screen", KEPT, "a player filmed off a screen", FilmChanges::recorded),
        of(group, "corner-35", DUB, "35 % wide over another film", t -> t.inset(0.35, 0.96, 0.06)),
        of(group, "corner-50", MUTE, "50 % wide over another film", t -> t.inset(0.5, 0.04, 0.95)),
        of(group, "with-corner", MUTE, "another film in a corner", t -> t.hosting(0.3, 0.97, 0.95)),
        of(group, "round-note", KEPT, "in a circle, 240 pixels", FilmChanges::round)
            .as(Format.h264(0.06).with("-ac", "1", "-c:a", "aac", "-b:a", "32k")),
        of(group, "round-note", MUTE, "in a circle, 240 pixels", FilmChanges::round)
            .as(Format.h264(0.06)));
  }

  /** Several changes, one after the other. */
  private static FilmEdit both(
      String name, Track track, String words, List<Consumer<Take>> changes) {
    return of(
        FilmEdit.COMBINATIONS,
        name,
        track,
        words,
        take -> changes.forEach(change -> change.accept(take)));
  }

  private static List<FilmEdit> combinations() {
    return List.of(
        both(
                "crop-caption-low",
                MUTE,
                "10 % off each edge, a bar with text, 0.025 bits a pixel",
                List.of(t -> FilmChanges.trimmed(t, 0.1), t -> FilmChanges.caption(t, false)))
            .as(Format.h264(0.025)),
        both(
            "mirror-bars-tone",
            DUB,
            "mirrored, brighter, letterboxed",
            List.of(t -> t.picture("hflip,lutyuv=y=gammaval(0.7)"), FilmChanges::letterbox)),
        both(
            "corner-speed",
            DUB,
            "played at 1.06, 40 % wide over another film",
            List.of(t -> t.faster(1.06), t -> t.inset(0.4, 0.95, 0.95))),
        both(
                "excerpt-crop-logo",
                MUTE,
                "8 s, 10 % off each edge, a badge",
                List.of(t -> FilmChanges.trimmed(t, 0.1), FilmChanges::logo))
            .lasting(8.2),
        both(
            "upright-speed-caption",
            MUTE,
            "blurred bars, played at 1.1, a dark bar with text",
            List.of(
                FilmChanges::blurredBars, t -> t.faster(1.1), t -> FilmChanges.caption(t, true))),
        both(
            "grey-noisy-240p",
            MUTE,
            "grey, grain, 240 lines",
            List.of(
                t -> t.picture("hue=s=0,noise=alls=20:allf=t:all_seed=9,format=yuv420p"),
                t -> FilmChanges.lines(t, 240))),
        both(
                "mirrored-inside",
                MUTE,
                "10 s of it, mirrored, between 12 s of other footage each",
                List.of(t -> t.picture("hflip"), t -> FilmChanges.inside(t, 12.2, 12.4)))
            .lasting(10.2),
        both(
            "screen-speed",
            KEPT,
            "played at 0.95, filmed off a screen",
            List.of(t -> t.faster(0.95), FilmChanges::recorded)),
        both(
            "stickers-dark-15fps",
            DUB,
            "two stickers, gamma 0.6, 15 frames a second",
            List.of(
                FilmChanges::stickers, t -> t.picture("lutyuv=y=gammaval(1.6)"), t -> t.paced(15))),
        both(
            "square-logo-subtitles",
            MUTE,
            "the middle, square, a badge, two lines of text",
            List.of(t -> FilmChanges.shape(t, 1), FilmChanges::logo, FilmChanges::subtitles)));
  }
}
