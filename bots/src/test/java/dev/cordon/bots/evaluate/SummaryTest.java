package dev.cordon.bots.evaluate;

import static dev.cordon.bots.evaluate.Samples.copy;
import static dev.cordon.bots.evaluate.Samples.outcome;
import static dev.cordon.bots.evaluate.Samples.unrelated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Outcome.Problem;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final List<Edit> EDITS = Catalogue.named("{jpeg-q10,crop-50,edge-map}");
  private static final int ENTRIES = 10;

  private final List<Outcome> outcomes =
      new ArrayList<>(
          List.of(
              copy("a", "jpeg-q10", 4),
              copy("b", "jpeg-q10", 12),
              copy("a", "crop-50", 20),
              copy("b", "crop-50", 90),
              copy("c", "crop-50", 80),
              copy("a", "edge-map", 100),
              unrelated("x", "", 120, 121),
              unrelated("y", "jpeg-q10", 25, 130)));

  private Summary summary() {
    return new Summary(outcomes, EDITS, ENTRIES);
  }

  @Test
  void averagesOverEditsAndNotOverCopies() {
    assertThat(summary().meanRecall()).isCloseTo((1 + 1 / 3.0 + 0) / 3, within(1e-9));
    assertThat(summary().meanRecall(score -> !score.edit().hopeless()))
        .isCloseTo((1 + 1 / 3.0) / 2, within(1e-9));
    assertThat(summary().poor())
        .extracting(score -> score.edit().name())
        .containsExactly("crop-50");
  }

  @Test
  void countsEveryPairThatDoesNotBelongTogether() {
    assertThat(summary().pairs()).isEqualTo(8 * ENTRIES - 6);
    assertThat(summary().falseMatches()).hasSize(1);
    assertThat(summary().falseMatches().get(0).query().file()).isEqualTo("y");
    assertThat(summary().perMillion()).isCloseTo(1e6 / 74, within(1e-6));
  }

  @Test
  void countsAWrongEntryBesideTheRightOne() {
    Hit right = new Hit("c", "PDQ", 3, "none");
    Hit wrong = new Hit("a", "PDQ", 30, "none");
    outcomes.add(
        outcome(Sort.COPY, "c", "jpeg-q10", List.of(right, wrong), OptionalInt.of(3), Map.of()));
    assertThat(summary().falseMatches()).hasSize(2);
    assertThat(summary().scores().get(0).recall()).isEqualTo(1);
    assertThat(summary().scores().get(0).wrong()).isEqualTo(2);
  }

  @Test
  void leavesOutWhatCouldNotBeMadeAndCountsWhatCouldNotBeJudgedAsMissed() {
    outcomes.add(problem("d", new Problem(false, "no picture")));
    assertThat(summary().scores().get(0).tried()).isEqualTo(2);
    outcomes.add(problem("e", new Problem(true, "too large")));
    assertThat(summary().scores().get(0).tried()).isEqualTo(3);
    assertThat(summary().scores().get(0).foundCount()).isEqualTo(2);
  }

  private static Outcome problem(String file, Problem problem) {
    return new Outcome(
        Sort.COPY,
        file,
        "jpeg-q10",
        Optional.of(problem),
        1,
        Stage.EXACT,
        List.of(),
        List.of(),
        Distances.none());
  }

  @Test
  void tellsHardPairsApartByKind() {
    Hit hit = new Hit("hard/bank/logo--1.jpg", "PDQ", 9, "none");
    for (String name : List.of("logo--a.png", "logo--b.png", "meme7.jpg", "12.jpg")) {
      List<Hit> hits = name.equals("logo--b.png") ? List.of(hit) : List.of();
      outcomes.add(
          outcome(Sort.HARD, "hard/query/" + name, "", hits, OptionalInt.empty(), Map.of()));
    }
    Map<String, int[]> kinds = summary().hardKinds();
    assertThat(kinds.keySet()).containsExactly("logo", "meme", "other");
    assertThat(kinds.get("logo")).containsExactly(2, 1);
    assertThat(summary().hardMatches()).hasSize(1);
    assertThat(summary().falseMatches()).as("of the corpus").hasSize(1);
    assertThat(summary().pairs()).isEqualTo(74);
  }

  @Test
  void showsTheMissesThatOughtNotToBeFirst() {
    outcomes.add(copy("c", "jpeg-q10", 60));
    Misses misses = new Misses(summary());
    assertThat(misses.worst(10))
        .extracting(Outcome::edit)
        .as("one an edit, the hopeless left out")
        .containsExactly("jpeg-q10", "crop-50");
    assertThat(misses.worst(10).get(1).file()).as("the nearest of them").isEqualTo("c");
    assertThat(misses.hardest(1)).containsExactly(new Misses.Hard("c", 2, 2));
  }

  @Test
  void proposesTheLoosestThresholdThatKeepsTheRate() {
    Separation pdq = Separation.pdq(summary(), 31);
    assertThat(pdq.loosest(0)).hasValue(24);
    assertThat(pdq.loosest(1e6 / 74)).hasValue(31);
    assertThat(pdq.recall(24)).isCloseTo(3 / 6.0, within(1e-9));
    assertThat(pdq.recall(19)).isCloseTo(2 / 6.0, within(1e-9));
    assertThat(pdq.perMillion(24)).isZero();
    outcomes.add(unrelated("z", "", 0));
    assertThat(Separation.pdq(summary(), 31).loosest(0)).isEmpty();
  }
}
