package dev.cordon.matcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureCodeTest {
  private final Drawn drawn = new Drawn(7);

  @Test
  void aMirroredPatchHasTheSameCodeButForAMask() {
    assertMask(Turn.MIRRORED, Drawn.mirrored(drawn.descriptor(0)));
  }

  @Test
  void aNegativePatchHasTheSameCodeButForAMask() {
    assertMask(Turn.INVERTED, Drawn.inverted(drawn.descriptor(0)));
  }

  @Test
  void bothTogetherToo() {
    assertMask(Turn.MIRRORED_INVERTED, Drawn.inverted(Drawn.mirrored(drawn.descriptor(0))));
  }

  private void assertMask(Turn turn, float[] turned) {
    Features both = new Features(2);
    byte[] doubts = new byte[2 * FeatureCode.WORD_BITS];
    FeatureCode.get().encode(drawn.descriptor(0), both, 0, doubts);
    FeatureCode.get().encode(turned, both, 1, doubts);

    int word = both.word[0] ^ both.word[1] ^ FeatureCode.get().wordMask(turn);
    long signature = both.signature[0] ^ both.signature[1] ^ FeatureCode.get().signatureMask(turn);

    assertThat(FeatureCode.get().wordMask(turn)).isNotZero();
    assertThat(Integer.bitCount(word) + Long.bitCount(signature)).isLessThanOrEqualTo(1);
  }

  @Test
  void unrelatedPatchesAreFarApart() {
    Features both = new Features(2);
    byte[] doubts = new byte[2 * FeatureCode.WORD_BITS];
    FeatureCode.get().encode(drawn.descriptor(0), both, 0, doubts);
    FeatureCode.get().encode(drawn.descriptor(1), both, 1, doubts);

    assertThat(both.distance(0, both, 1)).isBetween(26, 62);
  }
}
