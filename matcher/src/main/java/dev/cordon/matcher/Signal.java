package dev.cordon.matcher;

import java.util.Objects;

/**
 * One fingerprint of a piece of media.
 *
 * @param type the signal type's name: {@code SHA256}, {@code MD5}, {@code PDQ}, …
 * @param value its canonical text: lower-case hex for digests and PDQ (64 digits), otherwise as the
 *     type documents
 * @param quality 0 to 100, how much the fingerprint can be relied on; 100 for exact digests
 */
public record Signal(String type, String value, int quality) {
  public static final String SHA256 = "SHA256";
  public static final String MD5 = "MD5";
  public static final String PDQ = "PDQ";
  public static final String LOCAL_FEATURES = "LOCAL_FEATURES";
  public static final String AUDIO = "AUDIO";
  public static final String VIDEO = "VIDEO";

  public Signal {
    Objects.requireNonNull(type, "a signal's type is missing");
    Objects.requireNonNull(value, "a signal's value is missing");
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality must be between 0 and 100, was " + quality);
    }
  }

  /** An exact signal, of quality 100. */
  public static Signal exact(String type, String value) {
    return new Signal(type, value, 100);
  }
}
