package dev.cordon.matcher.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.audio.Agreement.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final float[] SONG = Sounds.music(1, 30);

  /** Seconds 10 to 20 of the song after five of another. */
  @Test
  void thePeaksOfAStretchAgreeAndThoseAroundItDoNot() {
    float[] file = Sounds.joined(Sounds.music(2, 5), Sounds.part(SONG, 10, 20));

    Agreement found = between(file, 5).orElseThrow();

    List<Spot> within = found.file().stream().filter(spot -> isWithin(spot, 5.5, 14.5)).toList();
    assertThat(within).hasSizeGreaterThan(50);
    assertThat(share(within)).isGreaterThan(0.8);
    assertThat(share(found.file().stream().filter(spot -> spot.seconds() < 4.5).toList())).isZero();
    assertThat(found.agreeing()).isGreaterThan(within.size() * 8 / 10);
    assertThat(share(found.entry().stream().filter(spot -> spot.seconds() > 21).toList())).isZero();
  }

  @Test
  void agreeingPeaksAreAtThePassagesPlaceInBoth() {
    Agreement found = between(Sounds.faster(Sounds.part(SONG, 10, 22), 1.04), 0).orElseThrow();

    Passage passage = found.passage();
    assertThat(passage.speed()).isCloseTo(1.04, within(0.01));
    assertThat(found.agreeing()).isGreaterThan(50);
    for (Spot spot : found.file().stream().filter(Spot::agrees).toList()) {
      double there = passage.entryStart() + (spot.seconds() - passage.start()) * passage.speed();
      double lower = Math.log(passage.pitch()) / Math.log(2);
      assertThat(found.entry())
          .anyMatch(
              other ->
                  other.agrees()
                      && Math.abs(other.seconds() - there) < 0.1
                      && Math.abs(other.octaves() + lower - spot.octaves()) < 0.05);
    }
  }

  @Test
  void unrelatedSoundHasNoAgreement() {
    assertThat(
            between(Sounds.music(9, 12), 0)
                .filter(found -> found.passage().distance() <= AudioOdds.THRESHOLD))
        .isEmpty();
  }

  private static java.util.Optional<Agreement> between(float[] file, double start) {
    return Agreement.between(
        Sounds.features(file).toString(), Sounds.features(SONG).toString(), start);
  }

  private static boolean isWithin(Spot spot, double from, double to) {
    return spot.seconds() >= from && spot.seconds() <= to;
  }

  private static double share(List<Spot> spots) {
    return spots.stream().filter(Spot::agrees).count() / (double) Math.max(1, spots.size());
  }
}
