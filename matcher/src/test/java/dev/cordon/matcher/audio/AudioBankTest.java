package dev.cordon.matcher.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A bank with a piece of a minute and others by the same instruments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudioBankTest {
  private static final int KNOWN = 7;
  private static final double MIDDLE = 22.4;

  private final float[] piece = Sounds.music(KNOWN, 60);
  private final AudioBank bank = new AudioBank();

  @BeforeAll
  void fill() {
    for (int row = 0; row < 12; row++) {
      bank.add(row, Sounds.features(Sounds.music(row, 60)).toString());
    }
  }

  @Test
  void theWholePieceIsFoundAtItsPlace() {
    Passage passage = found(piece);

    assertThat(passage.distance()).isZero();
    assertPlace(passage, 0, 60, 0);
    assertThat(passage.speed()).isCloseTo(1, within(0.001));
    assertThat(passage.pitch()).isCloseTo(1, within(0.005));
  }

  @Test
  void sixSecondsOutOfTheMiddleSayWhichTheyAre() {
    assertPlace(found(Sounds.part(piece, MIDDLE, MIDDLE + 6)), 0, 6, MIDDLE);
  }

  @Test
  void anExcerptInsideOtherSoundIsFoundWhereItIs() {
    float[] other = Sounds.music(501, 40);
    float[] query =
        Sounds.joined(
            Sounds.part(other, 0, 12),
            Sounds.part(piece, MIDDLE, MIDDLE + 8),
            Sounds.part(other, 12, 30));

    assertPlace(found(query), 12, 20, MIDDLE);
  }

  @Test
  void severalEntriesAndSeveralStretchesOfOneAreAllFound() {
    float[] query =
        Sounds.joined(
            Sounds.part(piece, 40, 48),
            Sounds.part(Sounds.music(3, 60), 5, 13),
            Sounds.part(piece, 10, 18));

    List<Passage> passages = matches(Sounds.features(query));

    assertThat(passages).extracting(Passage::row).containsExactlyInAnyOrder(KNOWN, 3, KNOWN);
    assertThat(passages)
        .filteredOn(passage -> passage.row() == KNOWN)
        .extracting(passage -> Math.round(passage.entryStart() / 10))
        .containsExactlyInAnyOrder(4L, 1L);
  }

  @Test
  void fasterWithTheSamePitch() {
    Passage passage = found(Sounds.music(KNOWN, 15, 1.04, 1, AudioExtractor.RATE));

    assertThat(passage.speed()).isCloseTo(1.04, within(0.005));
    assertThat(passage.pitch()).isCloseTo(1, within(0.01));
    assertThat(passage.entryEnd()).isCloseTo(15.6, within(1.0));
  }

  @Test
  void lowerInTheSameTime() {
    Passage passage = found(Sounds.music(KNOWN, 15, 1, 0.97, AudioExtractor.RATE));

    assertThat(passage.speed()).isCloseTo(1, within(0.005));
    assertThat(passage.pitch()).isCloseTo(0.97, within(0.01));
  }

  @Test
  void fasterAndHigher() {
    Passage passage = found(Sounds.faster(Sounds.part(piece, MIDDLE, MIDDLE + 15), 1.05));

    assertPlace(passage, 0, 15 / 1.05, MIDDLE);
    assertThat(passage.speed()).isCloseTo(1.05, within(0.005));
    assertThat(passage.pitch()).isCloseTo(1.05, within(0.01));
  }

  @Test
  void underNoise() {
    assertPlace(
        found(Sounds.withNoise(Sounds.part(piece, MIDDLE, MIDDLE + 12), 0.03)), 0, 12, MIDDLE);
  }

  @Test
  void throughATelephone() {
    assertPlace(found(Sounds.telephone(Sounds.part(piece, MIDDLE, MIDDLE + 10))), 0, 10, MIDDLE);
  }

  @Test
  void otherMelodiesByTheSameInstrumentsAreNotFound() {
    for (int seed = 600; seed < 630; seed++) {
      assertThat(matches(Sounds.features(Sounds.music(seed, 30)))).isEmpty();
    }
  }

  @Test
  void silenceAndTonesTellNothing() {
    List<float[]> plain = new ArrayList<>();
    plain.add(new float[10 * AudioExtractor.RATE]);
    plain.add(Sounds.tone(440, 10));
    plain.add(Sounds.withNoise(new float[10 * AudioExtractor.RATE], 1e-5));
    for (float[] sound : plain) {
      assertThat(Sounds.features(sound).isTelling()).isFalse();
      assertThat(bank.search(Sounds.features(sound))).isEmpty();
    }
  }

  /** Silence that many entries begin with must not make a match. */
  @Test
  void sharedSilenceIsNoMatch() {
    AudioBank padded = new AudioBank();
    float[] silence = new float[10 * AudioExtractor.RATE];
    padded.add(0, Sounds.features(Sounds.joined(silence, Sounds.part(piece, 0, 20))));

    float[] query = Sounds.joined(silence, Sounds.part(Sounds.music(700, 20), 0, 20));

    assertThat(padded.search(Sounds.features(query))).noneMatch(AudioBankTest::isMatch);
  }

  @Test
  void whatIsRemovedIsNotFoundAndTheRestIs() {
    AudioBank changing = new AudioBank();
    for (int row = 0; row < 3; row++) {
      changing.add(row, Sounds.features(Sounds.music(row, 30)));
    }
    AudioFeatures query = Sounds.features(Sounds.part(Sounds.music(1, 30), 8, 16));
    assertThat(changing.search(query)).anyMatch(passage -> passage.row() == 1);

    changing.remove(1);
    assertThat(changing.search(query)).noneMatch(AudioBankTest::isMatch);
    changing.remove(0);
    assertThat(changing.search(Sounds.features(Sounds.music(2, 20)))).anyMatch(p -> p.row() == 2);
    changing.add(1, Sounds.features(Sounds.music(1, 30)));
    assertThat(changing.search(query)).anyMatch(passage -> passage.row() == 1);
  }

  private Passage found(float[] sound) {
    List<Passage> matches = matches(Sounds.features(sound));
    assertThat(matches).extracting(Passage::row).containsOnly(KNOWN);
    return matches.get(0);
  }

  private List<Passage> matches(AudioFeatures query) {
    return bank.search(AudioFeatures.parse(query.toString()).toString()).stream()
        .filter(AudioBankTest::isMatch)
        .toList();
  }

  private static boolean isMatch(Passage passage) {
    return passage.distance() <= AudioOdds.THRESHOLD;
  }

  private static void assertPlace(Passage passage, double start, double end, double entryStart) {
    double length = end - start;
    assertThat(passage.start()).isCloseTo(start, within(1.0));
    assertThat(passage.end()).isCloseTo(end, within(1.0));
    double begun = passage.start() - start;
    assertThat(passage.entryStart()).isCloseTo(entryStart + begun, within(0.3));
    assertThat(passage.entryEnd() - passage.entryStart())
        .isCloseTo((passage.end() - passage.start()) * passage.speed(), within(0.3));
    assertThat(length).isPositive();
  }
}
