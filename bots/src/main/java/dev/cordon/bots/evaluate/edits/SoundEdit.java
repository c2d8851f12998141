package dev.cordon.bots.evaluate.edits;

import java.util.function.Consumer;

/**
 * An edit of a sound.
 *
 * @param longest how many seconds of it are edited at the most
 */
record SoundEdit(
    String group,
    String name,
    String parameters,
    double longest,
    Consumer<Take> change,
    Format format)
    implements Edit {
  /** Of edits that are not excerpts, in seconds. */
  static final double USUAL = 45;

  static final String ENCODING = "re-encode, level";
  static final String NOISE = "noise, speech laid over";
  static final String FILTERS = "filters, telephone";
  static final String TEMPO = "tempo";
  static final String PITCH = "pitch";
  static final String SPEED = "speed";
  static final String EXCERPTS = "excerpts";
  static final String COMBINATIONS = "combinations";

  /** As most programs write sound. */
  static final Format MP3 = Format.sound("mp3", "-c:a", "libmp3lame", "-b:a", "128k");

  static final Format VOICE =
      Format.sound("ogg", "-ac", "1", "-c:a", "libopus", "-b:a", "16k", "-application", "voip");

  static SoundEdit of(String group, String name, String parameters, Consumer<Take> change) {
    return new SoundEdit(group, "sound-" + name, parameters, USUAL, change, MP3);
  }

  SoundEdit as(Format other) {
    return new SoundEdit(group, name, parameters, longest, change, other);
  }

  SoundEdit lasting(double seconds) {
    return new SoundEdit(group, name, parameters, seconds, change, format);
  }

  @Override
  public MediaKind kind() {
    return MediaKind.AUDIO;
  }

  @Override
  public boolean hopeless() {
    return false;
  }

  @Override
  public Edited apply(Source source) {
    Take take = Take.sound(source, longest);
    change.accept(take);
    return take.made(format);
  }
}
