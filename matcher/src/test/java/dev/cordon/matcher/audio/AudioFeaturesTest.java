package dev.cordon.matcher.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AudioFeaturesTest {
  private static final float[] MUSIC = Sounds.music(1, 20);

  /**
   * What {@code fpcalc -raw -length 0} of Chromaprint 1.5.1 printed for {@code
   * Sounds.wave(Sounds.music(1, 20), 11025)}.
   */
  @Test
  void theWordsAreChromaprints() throws IOException {
    int[] theirs = reference();
    int[] ours = Sounds.features(MUSIC).words();

    assertThat(ours).hasSameSizeAs(theirs);
    int different = 0;
    for (int i = 0; i < ours.length; i++) {
      different += Integer.bitCount(ours[i] ^ theirs[i]);
    }
    assertThat(different / (32.0 * ours.length)).isLessThan(0.001);
  }

  private static int[] reference() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    AudioFeaturesTest.class.getResourceAsStream("fpcalc-music-1.txt")),
                StandardCharsets.US_ASCII))) {
      return in.lines().mapToInt(Integer::parseUnsignedInt).toArray();
    }
  }

  @Test
  void howTheSoundComesInPiecesDoesNotMatter() {
    AudioExtractor extractor = new AudioExtractor();
    for (int at = 0; at < MUSIC.length; at += 777) {
      float[] piece = java.util.Arrays.copyOfRange(MUSIC, at, Math.min(MUSIC.length, at + 777));
      extractor.accept(piece, piece.length);
    }

    assertThat(extractor.features()).hasToString(Sounds.features(MUSIC).toString());
  }

  @Test
  void theTextFormIsReadAsItWasWritten() {
    AudioFeatures features = Sounds.features(MUSIC);
    AudioFeatures read = AudioFeatures.parse(features.toString());

    assertThat(read).hasToString(features.toString());
    assertThat(read.words()).isEqualTo(features.words());
    assertThat(read.peaks()).isEqualTo(features.peaks()).isGreaterThan(100);
    assertThat(read.seconds()).isBetween(19.8, 20.0);
    assertThat(features.toString().length()).isLessThan(20 * 220);
  }

  @Test
  void aLongPauseIsKept() {
    float[] paused =
        Sounds.joined(
            Sounds.part(MUSIC, 0, 5),
            new float[30 * AudioExtractor.RATE],
            Sounds.part(MUSIC, 5, 10));
    AudioFeatures features = Sounds.features(paused);

    assertThat(AudioFeatures.parse(features.toString())).hasToString(features.toString());
  }

  @Test
  void damageIsRefused() {
    byte[] bytes = Base64.getDecoder().decode(Sounds.features(MUSIC).toString());
    assertRefused(new byte[] {2}, "version 2");
    assertRefused(java.util.Arrays.copyOf(bytes, 300), "damaged");
    assertRefused(java.util.Arrays.copyOf(bytes, bytes.length - 3), "cut off");
    bytes[1] = 127;
    assertRefused(bytes, "damaged");
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> AudioFeatures.parse(Base64.getEncoder().encodeToString(bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
