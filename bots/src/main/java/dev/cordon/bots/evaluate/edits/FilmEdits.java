package dev.cordon.bots.evaluate.edits;

import static dev.cordon.bots.evaluate.edits.FilmEdit.Track.DUB;
import static dev.cordon.bots.evaluate.edits.FilmEdit.Track.KEPT;
import static dev.cordon.bots.evaluate.edits.FilmEdit.Track.MUTE;
import static dev.cordon.bots.evaluate.edits.FilmEdit.Track.ONLY;
import static dev.cordon.bots.evaluate.edits.FilmEdit.of;

import dev.cordon.bots.evaluate.edits.FilmEdit.Track;
import dev.cordon.bots.evaluate.edits.Stretch.Role;
import java.util.List;
import java.util.stream.Stream;

/** The edits of films that change all of the picture, or how long it lasts. */
final class FilmEdits {
  private static final Format VOICE_NOTE =
      Format.sound("ogg", "-ac", "1", "-c:a", "libopus", "-b:a", "24k", "-application", "voip");

  private FilmEdits() {}

  static List<FilmEdit> all() {
    return Stream.of(encodings(), tones(), overlays(), speeds(), excerpts())
        .flatMap(List::stream)
        .toList();
  }

  private static FilmEdit encoded(String name, Track track, String words, Format format) {
    return of(FilmEdit.ENCODING, name, track, words, take -> {}).as(format);
  }

  private static List<FilmEdit> encodings() {
    String group = FilmEdit.ENCODING;
    return List.of(
        encoded("h264", MUTE, "H.264, 0.06 bits a pixel", Format.h264(0.06)),
        encoded("h264-low", MUTE, "H.264, 0.025 bits a pixel", Format.h264(0.025)),
        encoded("h264-worst", KEPT, "H.264, 0.012 bits a pixel", Format.h264(0.012)),
        encoded("vp8", MUTE, "VP8 in WebM, 0.04 bits a pixel", Format.vp8(0.04)),
        encoded("vp9", DUB, "VP9 in WebM, 0.03 bits a pixel", Format.vp9(0.03)),
        encoded("mpeg4-avi", MUTE, "MPEG-4 part 2 in AVI", Format.mpeg4(0.08)),
        of(group, "240p-mkv", MUTE, "240 lines, in MKV", take -> FilmChanges.lines(take, 240))
            .as(Format.USUAL.in("mkv")),
        of(group, "144p", DUB, "144 lines", take -> FilmChanges.lines(take, 144)),
        of(
            group,
            "360p-large-again",
            MUTE,
            "360 lines and back",
            t -> FilmChanges.upscaled(t, 360)),
        of(group, "15fps", DUB, "15 frames a second", take -> take.paced(15)),
        of(group, "10fps", MUTE, "10 frames a second", take -> take.paced(10)),
        of(group, "gif", MUTE, "GIF, 200 lines, 8 frames a second", FilmEdits::gif).as(Format.GIF),
        of(group, "webp", MUTE, "animated WebP, 200 lines, 10 a second", FilmEdits::webp)
            .as(Format.WEBP),
        encoded("voice-note", ONLY, "Opus, 24 kbit/s, mono", VOICE_NOTE),
        encoded("m4a", ONLY, "AAC, 64 kbit/s", Format.sound("m4a", "-c:a", "aac", "-b:a", "64k")));
  }

  private static void gif(Take take) {
    take.paced(8);
    FilmChanges.lines(take, 200);
    take.split(now -> now, "null", "palettegen", "paletteuse");
  }

  private static void webp(Take take) {
    take.paced(10);
    FilmChanges.lines(take, 200);
  }

  private static FilmEdit tone(String name, Track track, String words, String filter) {
    return of(FilmEdit.TONE, name, track, words, take -> take.picture(filter + ",format=yuv420p"));
  }

  private static List<FilmEdit> tones() {
    return List.of(
        tone("brighter", MUTE, "a quarter brighter", "lutyuv=y=clip(val*1.1+28\\,16\\,235)"),
        tone("darker", DUB, "gamma 0.55", "lutyuv=y=gammaval(1.8)"),
        tone("contrast", MUTE, "contrast 1.5", "lutyuv=y=clip((val-126)*1.5+126\\,16\\,235)"),
        tone("grey", MUTE, "no colour", "hue=s=0"),
        tone(
            "sepia",
            KEPT,
            "sepia",
            "colorchannelmixer=.393:.769:.189:0:.349:.686:.168:0:.272:.534:.131"),
        tone("hue", DUB, "hues turned by 90 degrees", "hue=h=90"),
        tone("warm", MUTE, "reds up, blues down", "colorbalance=rs=.3:rm=.25:bm=-.25:bs=-.3"),
        tone("blurred", MUTE, "Gaussian blur, 3 pixels", "gblur=sigma=3"),
        tone("noisy", MUTE, "grain that changes each frame", "noise=alls=28:allf=t:all_seed=7"),
        tone("sharpened", MUTE, "sharpened", "unsharp=7:7:1.8"),
        tone("vignette", DUB, "dark corners", "vignette=PI/3.6"));
  }

  private static List<FilmEdit> overlays() {
    String group = FilmEdit.OVERLAYS;
    return List.of(
        of(group, "logo", MUTE, "a badge in a corner", FilmChanges::logo),
        of(group, "caption", DUB, "a white bar with text", t -> FilmChanges.caption(t, false)),
        of(group, "caption-dark", MUTE, "a dark bar with text", t -> FilmChanges.caption(t, true)),
        of(group, "stickers", MUTE, "two stickers that move about", FilmChanges::stickers),
        of(group, "subtitles", KEPT, "two lines of text", FilmChanges::subtitles),
        of(group, "ticker", MUTE, "a line of news that runs through", FilmChanges::ticker));
  }

  private static FilmEdit speed(String name, Track track, double factor) {
    return of(FilmEdit.SPEED, name, track, "played at " + factor, take -> take.faster(factor));
  }

  private static List<FilmEdit> speeds() {
    return List.of(
        speed("speed-80", MUTE, 0.8),
        speed("speed-90", KEPT, 0.9),
        speed("speed-95", MUTE, 0.95),
        speed("speed-105", MUTE, 1.05),
        speed("speed-110", KEPT, 1.1),
        speed("speed-125", DUB, 1.25),
        speed("speed-150", MUTE, 1.5));
  }

  private static FilmEdit excerpt(String name, Track track, double seconds) {
    return of(FilmEdit.EXCERPTS, name, track, seconds + " s of it", take -> {}).lasting(seconds);
  }

  private static FilmEdit inside(String name, Track track, double seconds, double around) {
    String words = seconds + " s of it between " + around + " s of other footage each";
    return of(
            FilmEdit.EXCERPTS, name, track, words, take -> FilmChanges.inside(take, around, around))
        .lasting(seconds);
  }

  private static List<FilmEdit> excerpts() {
    String group = FilmEdit.EXCERPTS;
    return List.of(
        excerpt("excerpt-5s", MUTE, 5.3),
        excerpt("excerpt-8s", DUB, 8.1),
        excerpt("excerpt-10s", KEPT, 10.4),
        excerpt("excerpt-20s", MUTE, 19.7),
        inside("inside-8s", MUTE, 8.2, 11.3),
        inside("inside-10s", KEPT, 10.3, 14.6),
        inside("inside-15s", MUTE, 15.1, 20.2),
        of(group, "joined-other", MUTE, "15 s, then 20 s of another film", FilmEdits::joinedOther)
            .lasting(15.2),
        of(group, "joined-known", MUTE, "12 s of it and of another entry", FilmEdits::joinedKnown)
            .lasting(12.3),
        of(group, "intro", MUTE, "9 s of another film before it", FilmEdits::intro));
  }

  private static void joinedOther(Take take) {
    take.after(take.source().otherFile(), 20.1, Role.FILLER);
  }

  private static void joinedKnown(Take take) {
    take.after(take.source().partner(), 12.4, Role.PARTNER);
  }

  private static void intro(Take take) {
    take.before(take.source().otherFile(), 9.1, Role.FILLER);
  }
}
