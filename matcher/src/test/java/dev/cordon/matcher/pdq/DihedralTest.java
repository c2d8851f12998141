package dev.cordon.matcher.pdq;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.Scenes;
import dev.cordon.matcher.signal.SignalType;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hash computed for a turn is the hash of the picture so turned. */
class DihedralTest {
  private static final Picture SCENE = Scenes.grey(Scenes.landscape(5, 500, 380));

  @ParameterizedTest
  @EnumSource
  void theTurnedPictureHasTheTurnedHash(Dihedral turn) {
    PdqHash computed = requireNonNull(Pdq.hash(SCENE).orElseThrow().byTurn().get(turn));
    PdqHash actual = Pdq.hash(turned(SCENE, turn)).orElseThrow().upright();

    assertThat(actual.distance(computed)).isLessThanOrEqualTo(10);
  }

  /** As a person would turn it, written without a look at the hash. */
  private static Picture turned(Picture picture, Dihedral turn) {
    int w = picture.width();
    int h = picture.height();
    boolean swapped =
        switch (turn) {
          case ROTATE90, ROTATE270, TRANSPOSE, TRANSVERSE -> true;
          default -> false;
        };
    int width = swapped ? h : w;
    byte[] luma = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int to =
            switch (turn) {
              case NONE -> y * width + x;
              case ROTATE90 -> (w - 1 - x) * width + y;
              case ROTATE180 -> (h - 1 - y) * width + w - 1 - x;
              case ROTATE270 -> x * width + h - 1 - y;
              case FLIPX -> (h - 1 - y) * width + x;
              case FLIPY -> y * width + w - 1 - x;
              case TRANSPOSE -> x * width + y;
              case TRANSVERSE -> (w - 1 - x) * width + h - 1 - y;
            };
        luma[to] = picture.pixels().get(y * w + x);
      }
    }
    return Picture.grey(width, swapped ? w : h, luma);
  }

  @Test
  void theSignalTypeIsFoundAndGivesBothSignals() {
    SignalType type =
        ServiceLoader.load(SignalType.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals(Signal.PDQ))
            .findFirst()
            .orElseThrow();
    PdqHashes hashes = Pdq.hash(SCENE).orElseThrow();

    List<Signal> signals = type.signals(SCENE);

    assertThat(signals.get(0).value()).isEqualTo(hashes.upright().toString());
    Map<Dihedral, PdqHash> turned = PdqSignalType.turned(signals.get(1).value());
    assertThat(turned).hasSize(7).doesNotContainKey(Dihedral.NONE);
    assertThat(hashes.byTurn()).containsAllEntriesOf(turned);
  }

  @Test
  void aTinyPictureGivesNone() {
    assertThat(Pdq.hash(Picture.grey(4, 400, new byte[1600]))).isEmpty();
  }

  @Test
  void malformedHashesAreRefused() {
    assertThatThrownBy(() -> PdqHash.parse("abc")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PdqHash.parse("g".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PdqSignalType.turned("0".repeat(64)))
        .hasMessage("PDQ_DIHEDRAL is seven hashes joined by commas, got 1");
  }
}
