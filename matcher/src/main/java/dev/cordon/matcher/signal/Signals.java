package dev.cordon.matcher.signal;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.AudioFeatures;
import dev.cordon.matcher.local.LocalFeatures;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.parts.PdqParts;
import dev.cordon.matcher.pdq.PdqSignalType;
import dev.cordon.matcher.qr.PictureLinks;
import dev.cordon.matcher.video.VideoFeatures;
import dev.cordon.matcher.video.VideoQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Signals as banks keep them. */
public final class Signals {
  /** The type of links. */
  public static final String URL = "URL";

  /** The types that tell of seconds; they are long, and not kept of what was judged. */
  public static final Set<String> TIMED = Set.of(Signal.AUDIO, Signal.VIDEO);

  /** Of a picture's local features with the picture itself, small; others are much shorter. */
  private static final int MAX_VALUE = 128 * 1024;

  /** Of four hours, and of the frames that a film is looked for with. */
  private static final int MAX_TIMED = 8 << 20;

  private static final Set<String> ONLY_QUERIES =
      Set.of(
          PdqSignalType.DIHEDRAL,
          PdqParts.TYPE,
          PictureLinks.TYPE,
          LocalQuery.TYPE,
          VideoQuery.TYPE);
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");
  private static final Map<String, Integer> DIGITS =
      Map.of(Signal.SHA256, 64, Signal.MD5, 32, Signal.PDQ, 64);

  private Signals() {}

  /**
   * The signals that an entry keeps, in canonical form; those that only queries use are left out.
   *
   * @throws IllegalArgumentException when one is malformed
   */
  public static List<Signal> kept(List<Signal> signals) {
    return signals.stream()
        .filter(signal -> !ONLY_QUERIES.contains(signal.type()))
        .map(Signals::canonical)
        .distinct()
        .toList();
  }

  /**
   * The signal with its value in canonical form.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  public static Signal canonical(Signal signal) {
    String type = signal.type();
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "signal.type must be 1 to 32 of A-Z, 0-9 and _, was \"" + type + "\"");
    }
    boolean lasting = TIMED.contains(type) || type.equals(VideoQuery.TYPE);
    int most = lasting ? MAX_TIMED : MAX_VALUE;
    if (signal.value().isEmpty() || signal.value().length() > most) {
      throw new IllegalArgumentException(
          type + " must have 1 to " + most + " characters, had " + signal.value().length());
    }
    if (DIGITS.containsKey(type)) {
      return new Signal(type, hex(type, signal.value()), signal.quality());
    }
    if (type.equals(Signal.LOCAL_FEATURES)) {
      LocalFeatures.parse(signal.value());
    } else if (type.equals(Signal.AUDIO)) {
      AudioFeatures.parse(signal.value());
    } else if (type.equals(Signal.VIDEO)) {
      VideoFeatures.parse(signal.value());
    }
    return type.equals(URL)
        ? new Signal(type, Links.canonical(signal.value()), signal.quality())
        : signal;
  }

  private static String hex(String type, String value) {
    int digits = DIGITS.getOrDefault(type, 0);
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.length() != digits || !lower.chars().allMatch(Signals::isHex)) {
      throw new IllegalArgumentException(
          type + " must be " + digits + " hexadecimal digits, was \"" + shortened(value) + "\"");
    }
    return lower;
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
