package dev.cordon.matcher.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.pdq.Dihedral;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoBankTest {
  private final VideoBank bank = new VideoBank(Runnable::run);

  @Test
  void anExcerptTellsWhichSecondsItIs() {
    bank.add(7, Films.film(1, 60));

    Scene scene = only(Films.copy(Films.film(1, 60), 20, 26, 12, 1));

    assertThat(scene.row()).isEqualTo(7);
    assertThat(scene.distance()).isLessThan(25);
    assertSeconds(scene.segment(), 0, 6, 20, 26);
  }

  @Test
  void anExcerptWithinOtherFootageIsFoundWhereItIs() {
    bank.add(7, Films.film(1, 60));
    VideoFeatures inside =
        Films.joined(
            Films.film(2, 10), Films.copy(Films.film(1, 60), 30, 38, 12, 1), Films.film(3, 9));

    assertSeconds(only(inside).segment(), 10, 18, 30, 38);
  }

  @Test
  void aFasterCopyTellsItsSpeed() {
    bank.add(7, Films.film(1, 60));

    Scene scene = only(Films.copy(Films.film(1, 60), 5, 45, 12, 1.1));

    assertThat(scene.speed()).isCloseTo(1.1, within(0.02));
    assertSeconds(scene.segment(), 0, 40 / 1.1, 5, 45);
  }

  @Test
  void severalEntriesInOneFileAreAllFound() {
    bank.add(1, Films.film(1, 30));
    bank.add(2, Films.film(2, 30));
    bank.add(3, Films.film(3, 30));

    List<Scene> scenes =
        matches(
            Films.joined(
                Films.copy(Films.film(1, 30), 0, 10, 8, 1),
                Films.copy(Films.film(2, 30), 5, 15, 8, 1)));

    assertThat(scenes).extracting(Scene::row).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void theSameStillsInAnotherOrderAreNotTheFilm() {
    VideoFeatures film = Films.film(1, 12);
    bank.add(7, film);
    VideoFeatures[] shuffled = new VideoFeatures[12];
    int[] order = {6, 1, 9, 3, 11, 5, 0, 8, 2, 10, 4, 7};
    Arrays.setAll(shuffled, i -> Films.copy(film, order[i], order[i] + 1, 0, 1));

    assertThat(bank.search(Films.joined(shuffled)))
        .allSatisfy(scene -> assertThat(scene.distance()).isGreaterThan(35));
    assertThat(only(film).distance()).isZero();
  }

  @Test
  void otherFilmsDoNotMatch() {
    for (int row = 0; row < 50; row++) {
      bank.add(row, Films.film(row, 60));
    }

    assertThat(bank.search(Films.film(99, 60))).isEmpty();
  }

  @Test
  void aMirroredCopyIsFoundWithItsTurn() {
    VideoFeatures film = Films.film(1, 30);
    bank.add(7, film);
    Stills.Builder mirrored = new Stills.Builder();
    for (int i = 5; i < 20; i++) {
      int time = film.stills.times().from()[i] - 500;
      mirrored.add(time, time, film.stills.hash()[i].turned(Dihedral.FLIPY));
    }

    Scene scene = only(new VideoFeatures(1500, mirrored.build(), Shots.none()));

    assertThat(scene.variant()).isEqualTo("flipy");
  }

  @Test
  void oneStillAloneProvesNothingUnlessThereIsNoMore() {
    bank.add(1, Films.film(1, 30));
    bank.add(2, Films.film(2, 1));

    assertThat(matches(Films.joined(Films.copy(Films.film(1, 30), 3, 4, 0, 1), Films.film(9, 20))))
        .isEmpty();
    assertThat(only(Films.copy(Films.film(2, 1), 0, 1, 4, 1)).row()).isEqualTo(2);
  }

  /** Three films begin with the same title; a fourth that does so, too, is none of them. */
  @Test
  void anIntroThatManySharePassesAndTheFilmsThemselvesDoNot() {
    VideoFeatures intro = Films.film(100, 8);
    for (int row = 0; row < 3; row++) {
      bank.add(row, Films.joined(intro, Films.film(row, 40)));
    }

    assertThat(matches(Films.joined(Films.copy(intro, 0, 8, 6, 1), Films.film(50, 30)))).isEmpty();
    assertThat(only(Films.copy(Films.joined(intro, Films.film(1, 40)), 0, 30, 6, 1)).row())
        .isEqualTo(1);
  }

  /** The same film enrolled by three people is not a title that many films share. */
  @Test
  void copiesOfOneFilmInTheBankDoNotMakeItsExcerptsCommon() {
    VideoFeatures film = Films.film(1, 60);
    for (int row = 0; row < 3; row++) {
      bank.add(row, Films.copy(film, 0, 60, 5 + row, 1));
    }

    assertThat(matches(Films.copy(film, 20, 30, 4, 1)))
        .extracting(Scene::row)
        .containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void whatWasRemovedIsNotFound() {
    bank.add(1, Films.film(1, 30));
    bank.add(2, Films.film(2, 30));

    bank.remove(1);

    assertThat(matches(Films.film(1, 30))).isEmpty();
    assertThat(only(Films.film(2, 30)).row()).isEqualTo(2);
    bank.remove(2);
    assertThat(bank.isEmpty()).isTrue();
  }

  private Scene only(VideoFeatures query) {
    List<Scene> scenes = matches(query);
    assertThat(scenes).hasSize(1);
    return scenes.get(0);
  }

  private List<Scene> matches(VideoFeatures query) {
    return bank.search(query).stream()
        .filter(scene -> scene.distance() <= VideoOdds.THRESHOLD)
        .toList();
  }

  private static void assertSeconds(
      Segment segment, double start, double end, double entryStart, double entryEnd) {
    assertThat(segment.start()).isCloseTo(start, within(1.0));
    assertThat(segment.end()).isCloseTo(end, within(1.0));
    assertThat(segment.entryStart()).isCloseTo(entryStart, within(1.0));
    assertThat(segment.entryEnd()).isCloseTo(entryEnd, within(1.0));
  }
}
