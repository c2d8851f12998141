package dev.cordon.bots.evaluate;

import static dev.cordon.bots.evaluate.Samples.media;
import static dev.cordon.bots.evaluate.Samples.pdq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.matcher.Signal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final List<Edit> EDITS = Catalogue.named("turn");

  private final List<Media> corpus =
      IntStream.range(0, 11).mapToObj(i -> media("p" + (char) ('a' + i))).toList();
  private final Split split = Split.of(corpus, 1);

  @Test
  void splitsByTheSeedAlone() {
    assertThat(split.known()).hasSize(6).doesNotContainAnyElementsOf(split.unknown());
    assertThat(split.unknown()).hasSize(5);
    assertThat(Split.of(corpus, 1)).isEqualTo(split);
    assertThat(Split.of(corpus, 2)).isNotEqualTo(split);
  }

  @Test
  void usesEachPictureAsOftenAsAnyOther() {
    List<Trial> trials = plan(4);
    assertThat(count(trials, Sort.COPY)).isEqualTo(4 * EDITS.size());
    Map<String, Long> uses =
        trials.stream()
            .filter(trial -> trial.sort() == Sort.COPY)
            .collect(Collectors.groupingBy(trial -> trial.media().name(), Collectors.counting()));
    assertThat(uses).hasSize(6).allSatisfy((name, times) -> assertThat(times).isEqualTo(4));
    assertThat(trials.stream().map(Trial::key)).doesNotHaveDuplicates();
  }

  @Test
  void triesEveryPictureAtMostOnceAnEdit() {
    List<Trial> trials = plan(Integer.MAX_VALUE);
    assertThat(count(trials, Sort.COPY)).isEqualTo(6 * EDITS.size());
    assertThat(count(trials, Sort.UNRELATED)).isEqualTo(5 * EDITS.size() + 5);
    assertThat(count(trials, Sort.HARD)).isEqualTo(1);
  }

  private List<Trial> plan(int perEdit) {
    List<Media> unknown = split.unknown();
    List<Media> hard = List.of(media("hard/query/logo"));
    return Plan.of(split.known(), unknown, unknown, hard, EDITS, perEdit, 1);
  }

  private static long count(List<Trial> trials, Sort sort) {
    return trials.stream().filter(trial -> trial.sort() == sort).count();
  }

  @Test
  void leavesOutCopiesWithinTheCorpus() {
    Signal same = Signal.exact(Signal.SHA256, "ab");
    Twins twins =
        Twins.in(
            List.of(
                media("a", same, pdq("0", 10)),
                media("b", same, pdq("f", 10)),
                media("c", pdq("3", 90)),
                media("d", pdq("3", 90)),
                media("e", pdq("7", 90)),
                media("flat", pdq("3", 20))));
    assertThat(twins.copies()).containsExactly(Map.entry("b", "a"), Map.entry("d", "c"));
    assertThat(twins.distinct()).extracting(Media::name).containsExactly("a", "c", "e", "flat");
  }
}
