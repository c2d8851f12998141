package dev.cordon.matcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.local.Layout.Agreement;
import org.junit.jupiter.api.Test;

class LocalOddsTest {
  private static final int VISIBLE = 300;

  @Test
  void manyFeaturesThatAreAloneMakeACopy() {
    assertThat(evidence(120, 150, 0.8).distance()).isLessThan(20);
  }

  @Test
  void aLayoutWithoutFeaturesThatCountMakesNone() {
    assertThat(evidence(0, 0, 0.95).distance()).isEqualTo(100);
  }

  @Test
  void patternsFitWithoutAFeatureThatIsAlone() {
    int pattern = evidence(80, 1, 0.6).distance();
    int copy = evidence(80, 80, 0.6).distance();

    assertThat(pattern).isGreaterThan(LocalOdds.THRESHOLD);
    assertThat(copy).isLessThanOrEqualTo(LocalOdds.THRESHOLD);
  }

  @Test
  void theChanceGrowsWithTheDistanceAndEndsAtOne() {
    assertThat(LocalOdds.chance(50)).isEqualTo(1e-6);
    assertThat(LocalOdds.chance(63)).isBetween(0.99e-5, 1.01e-5);
    assertThat(LocalOdds.chance(1000)).isEqualTo(1);
  }

  private static Evidence evidence(int inliers, int alone, double layout) {
    return new Evidence(
        inliers, alone, VISIBLE, 14, 30, 25, 1, 1, new Agreement(layout, 600, 16, 14, 1));
  }
}
