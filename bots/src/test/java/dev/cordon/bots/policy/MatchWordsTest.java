package dev.cordon.bots.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Opinion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchWordsTest {

  @Test
  void saysWhatMatchedHowSurelyAndWhere() {
    assertThat(words(0.99999, new Region(0, 0, 0.5, 1)))
        .isEqualTo(
            "violating match: bank b, entry e, PDQ distance 12 (flipy), confidence 99.9 %, left half"
                + " of the picture");
    assertThat(words(0.5678, new Region(0.6, 0.7, 0.9, 1)))
        .endsWith("confidence 56.7 %, 9 % at the bottom right of the picture");
    assertThat(words(0.5, new Region(0, 0.1, 1, 0.9))).endsWith("80 % of the picture");
    assertThat(words(0.5, new Region(0, 0.5, 1, 1))).endsWith("bottom half of the picture");
  }

  @Test
  void saysNoConfidenceWhereThereIsNoDoubt() {
    Match digest = match(1, Optional.empty());
    assertThat(MatchWords.of(digest)).endsWith("PDQ distance 12 (flipy)");
  }

  private static String words(double confidence, Region region) {
    return MatchWords.of(match(confidence, Optional.of(region)));
  }

  private static Match match(double confidence, Optional<Region> region) {
    return new Match(
        "b",
        "e",
        Opinion.VIOLATING,
        "PDQ",
        12,
        90,
        "flipy",
        confidence,
        0,
        region,
        Optional.empty(),
        Optional.empty());
  }
}
