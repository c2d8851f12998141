package dev.cordon.matcher.audio;

import dev.cordon.matcher.Signal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What a bank keeps of sound, and what is looked for: chroma words and spectral peaks, about 0.5 MB
 * an hour as text. No sound can be played from it, though a rough guess of its melody can be made.
 *
 * <p>As text: Base64 of version 1, the length in frames of {@link SpectralPeaks#HOP} samples (4
 * bytes), the number of words (4) and the words (4 each), the number of peaks (4) and for each the
 * frames since the one before (1 byte, 255 adding 255 and going on) and its pitch (2). Big-endian.
 */
public final class AudioFeatures {
  /** Four hours. */
  public static final int MAX_SECONDS = 4 * 3600;

  private static final int VERSION = 1;
  private static final int MORE = 255;
  private static final int LEAST_PEAKS = 24;
  private static final double LEAST_SECONDS = 3;

  /** More cannot be in a file of the greatest length. */
  private static final int MOST_PEAKS = MAX_SECONDS * 40;

  private static final int MOST_FRAMES = frames(MAX_SECONDS + 60);

  final int length;
  final int[] words;
  final Peaks peaks;

  AudioFeatures(int length, int[] words, Peaks peaks) {
    this.length = length;
    this.words = words;
    this.peaks = peaks;
  }

  static int frames(double seconds) {
    return (int) Math.round(seconds * AudioExtractor.RATE / SpectralPeaks.HOP);
  }

  static double seconds(double frames) {
    return frames * SpectralPeaks.HOP / AudioExtractor.RATE;
  }

  /** How long the sound is. */
  public double seconds() {
    return seconds(length);
  }

  /** Whether there is enough in it to tell it from other sound: silence and tones are not. */
  public boolean isTelling() {
    return peaks.size() >= LEAST_PEAKS && seconds() >= LEAST_SECONDS;
  }

  /** The chroma words, as Chromaprint's default algorithm numbers them. */
  public int[] words() {
    return words.clone();
  }

  /** How many spectral peaks there are. */
  public int peaks() {
    return peaks.size();
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is not of version 1 or damaged
   */
  public static AudioFeatures parse(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    try {
      int version = bytes.get();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            Signal.AUDIO + " is of version " + version + "; this Cordon reads version " + VERSION);
      }
      int length = bounded(bytes.getInt(), MOST_FRAMES);
      int[] words = new int[bounded(bytes.getInt(), bytes.remaining() / Integer.BYTES)];
      for (int i = 0; i < words.length; i++) {
        words[i] = bytes.getInt();
      }
      return new AudioFeatures(length, words, peaks(bytes, length));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(Signal.AUDIO + " is cut off", e);
    }
  }

  private static Peaks peaks(ByteBuffer bytes, int length) {
    int count = bounded(bytes.getInt(), MOST_PEAKS);
    int[] frame = new int[bounded(count, bytes.remaining())];
    int[] pitch = new int[count];
    int time = 0;
    for (int i = 0; i < count; i++) {
      int step = Byte.toUnsignedInt(bytes.get());
      while (step == MORE) {
        time = bounded(time + MORE, length);
        step = Byte.toUnsignedInt(bytes.get());
      }
      time = bounded(time + step, length);
      frame[i] = time;
      pitch[i] = Short.toUnsignedInt(bytes.getShort());
    }
    return new Peaks(frame, pitch);
  }

  private static int bounded(int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(
          Signal.AUDIO + " is damaged: it says " + value + " where " + most + " is the most");
    }
    return value;
  }

  @Override
  public String toString() {
    int steps = peaks.size() + length / MORE + 1;
    ByteBuffer bytes = ByteBuffer.allocate(13 + words.length * 4 + peaks.size() * 2 + steps);
    bytes.put((byte) VERSION).putInt(length).putInt(words.length);
    for (int word : words) {
      bytes.putInt(word);
    }
    bytes.putInt(peaks.size());
    int time = 0;
    for (int i = 0; i < peaks.size(); i++) {
      int step = peaks.frame()[i] - time;
      for (; step >= MORE; step -= MORE) {
        bytes.put((byte) MORE);
      }
      bytes.put((byte) step).putShort((short) peaks.pitch()[i]);
      time = peaks.frame()[i];
    }
    byte[] used = java.util.Arrays.copyOf(bytes.array(), bytes.position());
    return Base64.getEncoder().encodeToString(used);
  }
}
