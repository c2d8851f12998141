package dev.cordon.matcher.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Music made by code: the same score can be played faster, higher or by another instrument. */
public final class Sounds {
  private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11, 12, 14, 16};
  private static final double BEAT = 0.24;

  private Sounds() {}

  /** A melody over a bass with a little drum, at {@link AudioExtractor#RATE}. */
  public static float[] music(long seed, double seconds) {
    return music(seed, seconds, 1, 1, AudioExtractor.RATE);
  }

  /**
   * A melody over a bass with a little drum.
   *
   * @param seed of the score
   * @param tempo how much faster it is played
   * @param pitch how much higher it is played
   */
  public static float[] music(long seed, double seconds, double tempo, double pitch, int rate) {
    float[] sound = new float[(int) (seconds * rate)];
    Random score = new Random(seed);
    double beat = BEAT / tempo;
    for (int i = 0; i * beat < seconds; i++) {
      double length = beat * (1 + score.nextInt(3));
      double tone = 330 * pitch * Math.pow(2, SCALE[score.nextInt(SCALE.length)] / 12.0);
      boolean rest = score.nextInt(5) == 0;
      double bass = 82.5 * pitch * Math.pow(2, SCALE[score.nextInt(5)] / 12.0);
      double late = 0.1 * beat * score.nextDouble();
      if (!rest) {
        note(sound, rate, i * beat + late, length, tone, 0.16, 6);
      }
      if (i % 4 == 0) {
        note(sound, rate, i * beat, 4 * beat, bass, 0.2, 4);
      }
      if (score.nextInt(3) == 0) {
        drum(sound, rate, i * beat, score.nextLong());
      }
    }
    return sound;
  }

  private static void note(
      float[] sound, int rate, double start, double length, double tone, double level, int parts) {
    int from = (int) (start * rate);
    int count = (int) (length * rate);
    for (int i = 0; i < count && from + i < sound.length; i++) {
      double time = (double) i / rate;
      double envelope = Math.min(1, time * 60) * Math.exp(-3 * time / length);
      double sum = 0;
      for (int part = 1; part <= parts; part++) {
        sum += Math.sin(2 * Math.PI * tone * part * time) / (part * Math.sqrt(part));
      }
      sound[from + i] += (float) (level * envelope * sum);
    }
  }

  private static void drum(float[] sound, int rate, double start, long seed) {
    Random noise = new Random(seed);
    int from = (int) (start * rate);
    for (int i = 0; i < rate / 12 && from + i < sound.length; i++) {
      sound[from + i] += (float) (0.12 * noise.nextGaussian() * Math.exp(-45.0 * i / rate));
    }
  }

  static float[] part(float[] sound, double from, double to) {
    int rate = AudioExtractor.RATE;
    return java.util.Arrays.copyOfRange(sound, (int) (from * rate), (int) (to * rate));
  }

  static float[] joined(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  static float[] withNoise(float[] sound, double level) {
    Random noise = new Random(99);
    float[] noisy = sound.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += (float) (level * noise.nextGaussian());
    }
    return noisy;
  }

  /** As if the record turned faster: shorter and higher. */
  static float[] faster(float[] sound, double speed) {
    float[] fast = new float[(int) (sound.length / speed) - 1];
    for (int i = 0; i < fast.length; i++) {
      double at = i * speed;
      int before = (int) at;
      fast[i] = (float) (sound[before] + (at - before) * (sound[before + 1] - sound[before]));
    }
    return fast;
  }

  /** What a telephone passes on: from about 300 to about 3000 hertz, each side twice filtered. */
  static float[] telephone(float[] sound) {
    float[] band = sound;
    for (int i = 0; i < 2; i++) {
      band = highPass(lowPass(band, 3000), 300);
    }
    return band;
  }

  private static float[] lowPass(float[] sound, double hertz) {
    double share = 1 - Math.exp(-2 * Math.PI * hertz / AudioExtractor.RATE);
    float[] passed = new float[sound.length];
    double held = 0;
    for (int i = 0; i < sound.length; i++) {
      held += share * (sound[i] - held);
      passed[i] = (float) held;
    }
    return passed;
  }

  private static float[] highPass(float[] sound, double hertz) {
    float[] low = lowPass(sound, hertz);
    float[] passed = new float[sound.length];
    for (int i = 0; i < sound.length; i++) {
      passed[i] = sound[i] - low[i];
    }
    return passed;
  }

  static float[] tone(double hertz, double seconds) {
    float[] tone = new float[(int) (seconds * AudioExtractor.RATE)];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / AudioExtractor.RATE));
    }
    return tone;
  }

  static AudioFeatures features(float[] sound) {
    AudioExtractor extractor = new AudioExtractor();
    extractor.accept(sound, sound.length);
    return extractor.features();
  }

  /** A WAVE file of one channel with 16 bits. */
  public static byte[] wave(float[] sound, int rate) {
    ByteBuffer file = ByteBuffer.allocate(44 + sound.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + sound.length * 2).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
    file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(sound.length * 2);
    for (float sample : sound) {
      file.putShort((short) Math.round(Math.max(-1, Math.min(1, sample)) * 32767));
    }
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
