package dev.cordon.matcher.pdq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PdqOddsTest {

  @Test
  void isAChanceThatGrowsWithTheDistance() {
    for (int distance = 0; distance < 256; distance++) {
      double chance = PdqOdds.chance(distance, 100);
      assertThat(chance).isBetween(Double.MIN_VALUE, 1.0);
      assertThat(PdqOdds.chance(distance + 1, 100)).isGreaterThanOrEqualTo(chance);
      assertThat(PdqOdds.chance(distance, 49)).isGreaterThanOrEqualTo(chance);
    }
  }

  /** What was measured, on the cautious side. */
  @Test
  void liesAboveWhatWasMeasured() {
    assertThat(PdqOdds.chance(72, 50)).isBetween(6e-7, 6e-6);
    assertThat(PdqOdds.chance(80, 50)).isBetween(8.4e-6, 8.4e-5);
    assertThat(PdqOdds.chance(0, 49)).isBetween(1.45e-3, 1.45e-2);
  }
}
