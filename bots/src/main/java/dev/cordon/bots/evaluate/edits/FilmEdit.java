package dev.cordon.bots.evaluate.edits;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * An edit of a film.
 *
 * @param longest how many seconds of the film are edited at the most
 * @param track what becomes of its sound; the name ends with it
 * @param change what is done to it, sound and all
 */
record FilmEdit(
    String group,
    String name,
    String parameters,
    double longest,
    Track track,
    Consumer<Take> change,
    Format format)
    implements Edit {
  /** Of edits that are not excerpts, in seconds: enough to tell, and affordable to encode. */
  static final double USUAL = 30;

  static final String ENCODING = "re-encode, resize, frame rate";
  static final String TONE = "tone";
  static final String OVERLAYS = "logo, caption, stickers";
  static final String SPEED = "speed";
  static final String EXCERPTS = "excerpt, inside other footage";
  static final String CROP = "crop";
  static final String BARS = "bars";
  static final String TURNS = "mirror, rotation";
  static final String SCREENS = "screen recording, picture in picture";
  static final String COMBINATIONS = "combinations";

  /** What becomes of the film's sound. */
  enum Track {
    /** Removed: the picture alone is measured. */
    MUTE("without sound"),
    /** That of another file in its place: sound can only mislead. */
    DUB("with another's sound"),
    /** Edited along. */
    KEPT("with its sound"),
    /** All that is left. */
    ONLY("its sound alone");

    private final String words;

    Track(String words) {
      this.words = words;
    }
  }

  /** One that is written as messengers do. */
  static FilmEdit of(
      String group, String name, Track track, String parameters, Consumer<Take> change) {
    String full = "film-" + name + "-" + track.name().toLowerCase(Locale.ROOT);
    String words = parameters + ", " + track.words;
    return new FilmEdit(group, full, words, USUAL, track, change, Format.USUAL);
  }

  FilmEdit as(Format other) {
    return new FilmEdit(group, name, parameters, longest, track, change, other);
  }

  FilmEdit lasting(double seconds) {
    return new FilmEdit(group, name, parameters, seconds, track, change, format);
  }

  @Override
  public MediaKind kind() {
    return MediaKind.VIDEO;
  }

  @Override
  public boolean hopeless() {
    return false;
  }

  @Override
  public Edited apply(Source source) {
    Take take = take(source);
    change.accept(take);
    return take.made(format);
  }

  private Take take(Source source) {
    return switch (track) {
      case MUTE -> Take.film(source, longest);
      case DUB -> Take.film(source, longest).dubbed();
      case KEPT -> Take.film(source, longest).withSound();
      case ONLY -> Take.sound(source, longest);
    };
  }
}
