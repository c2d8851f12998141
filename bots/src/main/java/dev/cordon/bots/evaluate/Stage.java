package dev.cordon.bots.evaluate;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.parts.PdqParts;
import dev.cordon.matcher.pdq.PdqSignalType;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Signals;
import java.util.Locale;

/** How far the matcher had to look, from cheap to dear. */
public enum Stage {
  /** Digests: the very same file. */
  EXACT("the same bytes"),
  /** PDQ of the whole picture, turned and mirrored too. */
  WHOLE("PDQ of the whole"),
  /** PDQ of parts: trimmed, cropped. */
  PARTS("PDQ of parts"),
  /** Links that QR codes lead to. */
  CODES("links in QR codes"),
  /** Local features. */
  FEATURES("local features"),
  /** What is to be heard. */
  AUDIO("sound"),
  /** What is to be seen of a film. */
  VIDEO("film"),
  /** A signal type that a plug-in brought. */
  OTHER("other signals");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }

  /** As a column's name. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage that gives signals of a type. */
  static Stage of(String type) {
    return switch (type) {
      case Signal.SHA256, Signal.MD5 -> EXACT;
      case Signal.PDQ, PdqSignalType.DIHEDRAL -> WHOLE;
      case PdqParts.TYPE -> PARTS;
      case Signals.URL -> CODES;
      case Signal.LOCAL_FEATURES -> FEATURES;
      case Signal.AUDIO -> AUDIO;
      case Signal.VIDEO -> VIDEO;
      default -> OTHER;
    };
  }

  /** The stage that looks to a depth. */
  static Stage of(Depth depth) {
    return switch (depth) {
      case WHOLE -> WHOLE;
      case PARTS -> PARTS;
      case CODES -> CODES;
      case FEATURES -> FEATURES;
    };
  }
}
