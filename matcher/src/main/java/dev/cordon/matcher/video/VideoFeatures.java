package dev.cordon.matcher.video;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.FeatureBytes;
import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.pdq.PdqHash;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What a bank keeps of a film, and what is looked for: the PDQ hashes of its stills and when they
 * stand, at most one and a half a second and mostly less; and a few landmarks of each shot. No
 * pictures.
 *
 * <p>As text: Base64 of version 1, the length in hundredths of a second, the number of stills, and
 * for each the hundredths since the one before began, the hundredths for which it is held, and 32
 * bytes of hash; then the width and the height in 255ths of the longer one (1 byte each), the
 * number of shots, and for each the hundredths since the one before began, its length, the number
 * of its landmarks, and those as {@link FeatureBytes#writeCoarse} writes them. Numbers are of seven
 * bits a byte, the lowest first, the eighth bit saying that more follow.
 */
public final class VideoFeatures {
  /** Four hours. */
  public static final int MAX_SECONDS = 4 * 3600;

  /** Two a second for four hours would be as many. */
  static final int MOST_STILLS = 2 * MAX_SECONDS;

  private static final int VERSION = 1;
  private static final int HASH_BYTES = 32;
  private static final int MOST_LENGTH = (MAX_SECONDS + 600) * (int) Timeline.HUNDREDTHS;
  private static final int UNIT = 255;
  private static final int SEVEN_BITS = 127;
  private static final int MOST_SHIFT = 28;

  final int length;
  final Stills stills;
  final Shots shots;

  VideoFeatures(int length, Stills stills, Shots shots) {
    this.shots = shots;
    this.length = length;
    this.stills = stills;
  }

  /** How long the film is. */
  public double seconds() {
    return length / Timeline.HUNDREDTHS;
  }

  /** How many stills there are. */
  public int size() {
    return stills.size();
  }

  /** Whether there is anything to compare: black and flat films have no stills. */
  public boolean isTelling() {
    return stills.size() > 0 || shots.features().size() > 0;
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is not of version 1 or damaged
   */
  public static VideoFeatures parse(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    try {
      int version = bytes.get();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            Signal.VIDEO + " is of version " + version + "; this Cordon reads version " + VERSION);
      }
      int length = number(bytes, MOST_LENGTH);
      Stills stills = stills(bytes, length);
      return new VideoFeatures(length, stills, shots(bytes, length));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(Signal.VIDEO + " is cut off", e);
    }
  }

  private static Stills stills(ByteBuffer bytes, int length) {
    int count = number(bytes, Math.min(MOST_STILLS, bytes.remaining() / HASH_BYTES));
    int[] from = new int[count];
    int[] to = new int[count];
    PdqHash[] hash = new PdqHash[count];
    int time = 0;
    for (int i = 0; i < count; i++) {
      time += number(bytes, length - time);
      from[i] = time;
      to[i] = time + number(bytes, length - time);
      hash[i] = new PdqHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
    return new Stills(new Timeline(from, to), hash);
  }

  private static Shots shots(ByteBuffer bytes, int length) {
    double width = side(bytes.get());
    double height = side(bytes.get());
    int count = number(bytes, Math.min(MOST_STILLS, bytes.remaining()));
    int[] from = new int[count];
    int[] to = new int[count];
    int[] first = new int[count + 1];
    List<Features> features = new ArrayList<>();
    int time = 0;
    for (int i = 0; i < count; i++) {
      time += number(bytes, length - time);
      from[i] = time;
      to[i] = time + number(bytes, length - time);
      int landmarks = number(bytes, bytes.remaining() / FeatureBytes.COARSE_BYTES);
      features.add(FeatureBytes.readCoarse(bytes, landmarks));
      first[i + 1] = first[i] + landmarks;
    }
    return new Shots(new Timeline(from, to), first, Features.join(features), width, height);
  }

  private static double side(byte value) {
    return Math.max(1, value & 0xff) / (double) UNIT;
  }

  private static int number(ByteBuffer bytes, int most) {
    long number = 0;
    int shift = 0;
    int next;
    do {
      next = bytes.get();
      number |= (long) (next & SEVEN_BITS) << shift;
      shift += 7;
    } while (next < 0 && shift <= MOST_SHIFT);
    if (next < 0 || number > most) {
      throw new IllegalArgumentException(
          Signal.VIDEO + " is damaged: it says " + number + " where " + most + " is the most");
    }
    return (int) number;
  }

  @Override
  public String toString() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 + size() * (HASH_BYTES + 4));
    bytes.write(VERSION);
    put(length, bytes);
    put(size(), bytes);
    int time = 0;
    for (int i = 0; i < size(); i++) {
      put(stills.times().from()[i] - time, bytes);
      put(stills.times().to()[i] - stills.times().from()[i], bytes);
      long[] words = stills.hash()[i].toLongs();
      ByteBuffer hash = ByteBuffer.allocate(HASH_BYTES);
      hash.asLongBuffer().put(words);
      bytes.writeBytes(hash.array());
      time = stills.times().from()[i];
    }
    putShots(bytes);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private void putShots(ByteArrayOutputStream bytes) {
    bytes.write((int) Math.round(shots.width() * UNIT));
    bytes.write((int) Math.round(shots.height() * UNIT));
    put(shots.size(), bytes);
    int time = 0;
    for (int i = 0; i < shots.size(); i++) {
      int from = shots.times().from()[i];
      put(from - time, bytes);
      put(shots.times().to()[i] - from, bytes);
      int count = shots.first()[i + 1] - shots.first()[i];
      put(count, bytes);
      ByteBuffer landmarks = ByteBuffer.allocate(count * FeatureBytes.COARSE_BYTES);
      FeatureBytes.writeCoarse(shots.features().part(shots.first()[i], count), landmarks);
      bytes.writeBytes(landmarks.array());
      time = from;
    }
  }

  private static void put(int number, ByteArrayOutputStream bytes) {
    int rest = number;
    while (rest > SEVEN_BITS) {
      bytes.write(rest & SEVEN_BITS | SEVEN_BITS + 1);
      rest >>>= 7;
    }
    bytes.write(rest);
  }
}
