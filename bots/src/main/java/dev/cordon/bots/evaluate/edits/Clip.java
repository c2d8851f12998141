package dev.cordon.bots.evaluate.edits;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What FFmpeg says of a file with film or sound.
 *
 * @param seconds how long it is
 * @param width in pixels as it is shown, 0 without a picture
 * @param height in pixels as it is shown, 0 without a picture
 * @param rate frames a second, 0 without a picture
 */
record Clip(double seconds, int width, int height, double rate, boolean hasSound) {
  private static final double USUAL_RATE = 25;
  private static final Pattern DURATION =
      Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d\\.\\d+)");
  private static final Pattern FILM =
      Pattern.compile(
          "(?m)^ *Stream #\\S+ Video: (?!.*attached pic)(.*?), (\\d{2,5})x(\\d{2,5}).*$");
  private static final Pattern RATE = Pattern.compile("([\\d.]+) fps");
  private static final Pattern SOUND = Pattern.compile("(?m)^ *Stream #\\S+ Audio: ");
  private static final Pattern TURNED = Pattern.compile("rotation of -?(90|270)\\b");

  boolean hasPicture() {
    return width > 0;
  }

  /** Reads what {@code ffmpeg -i} prints; empty when it is neither film nor sound. */
  static Optional<Clip> parse(String printed) {
    Matcher duration = DURATION.matcher(printed);
    boolean hasSound = SOUND.matcher(printed).find();
    Matcher film = FILM.matcher(printed);
    boolean hasPicture = film.find();
    if (!duration.find() || !(hasSound || hasPicture)) {
      return Optional.empty();
    }
    double seconds = seconds(duration);
    if (!hasPicture) {
      return Optional.of(new Clip(seconds, 0, 0, 0, true));
    }
    boolean turned = TURNED.matcher(printed).find();
    int width = Integer.parseInt(film.group(turned ? 3 : 2));
    int height = Integer.parseInt(film.group(turned ? 2 : 3));
    return Optional.of(new Clip(seconds, width, height, rate(film.group()), hasSound));
  }

  private static double seconds(MatchResult duration) {
    return 3600 * Integer.parseInt(duration.group(1))
        + 60 * Integer.parseInt(duration.group(2))
        + Double.parseDouble(duration.group(3));
  }

  private static double rate(String line) {
    Matcher rate = RATE.matcher(line);
    return rate.find() ? Double.parseDouble(rate.group(1)) : USUAL_RATE;
  }
}
