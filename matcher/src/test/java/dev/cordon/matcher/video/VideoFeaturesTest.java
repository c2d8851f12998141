package dev.cordon.matcher.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VideoFeaturesTest {
  @Test
  void theTextTellsAllOfIt() {
    VideoFeatures film = Films.film(1, 200);

    VideoFeatures read = VideoFeatures.parse(film.toString());

    assertThat(read.seconds()).isEqualTo(200);
    assertThat(read.stills.hash()).isEqualTo(film.stills.hash());
    assertThat(read.stills.times().from()).isEqualTo(film.stills.times().from());
    assertThat(read.toString()).isEqualTo(film.toString());
  }

  @Test
  void aFilmWithoutStillsIsNotTelling() {
    assertThat(Films.film(1, 0).isTelling()).isFalse();
    assertThat(VideoFeatures.parse(Films.film(1, 0).toString()).size()).isZero();
  }

  /** Values come over HTTP and out of bank files: whatever they hold, they are refused or read. */
  @Test
  void damagedTextIsRefusedWithoutOtherErrors() {
    byte[] bytes = Base64.getDecoder().decode(Films.film(1, 30).toString());
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(Math.min(damaged.length, 40))] = (byte) random.nextInt();
      }
      try {
        VideoFeatures.parse(Base64.getEncoder().encodeToString(damaged));
      } catch (IllegalArgumentException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void anotherVersionIsNamed() {
    String text = Base64.getEncoder().encodeToString(new byte[] {9, 0, 0});
    assertThatThrownBy(() -> VideoFeatures.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VIDEO is of version 9");
  }
}
