package dev.cordon.bots.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Outcome.Owed;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.Signal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindScoreTest {
  private static final Owed WHOLE = new Owed("a", new Segment(0, 30, 10, 40));
  private static final List<Edit> EDITS =
      Catalogue.named("{sound-tempo-97,sound-joined-known,sound-quiet}");

  private static Hit hit(String entry, double start, double end, double shift) {
    Segment segment = new Segment(start, end, start + shift, end + shift);
    return new Hit(entry, Signal.AUDIO, 3, "none", Optional.of(segment));
  }

  private static Outcome sound(Sort sort, String edit, List<Hit> hits, Owed... owed) {
    return new Outcome(
        sort,
        "a",
        edit,
        Optional.empty(),
        10,
        Stage.WHOLE,
        hits,
        List.of(),
        Distances.none(),
        MediaKind.AUDIO,
        List.of(owed));
  }

  private static KindScore score(Outcome... outcomes) {
    List<KindScore> scores = KindScore.of(new Summary(List.of(outcomes), EDITS, 5));
    assertThat(scores).hasSize(1);
    assertThat(scores.get(0).kind()).isEqualTo(MediaKind.AUDIO);
    return scores.get(0);
  }

  @Test
  void measuresHowFarTheSecondsAreOff() {
    Bounds bounds =
        score(sound(Sort.COPY, "sound-quiet", List.of(hit("a", 0.5, 27, 10)), WHOLE)).bounds();
    assertThat(bounds.copy()).containsExactly(0.5, 3);
    assertThat(bounds.entry()).containsExactly(0.5, 3);
    assertThat(Bounds.near(bounds.copy())).isEqualTo(0.5);
    assertThat(Bounds.most(bounds.copy())).isEqualTo(3);
  }

  @Test
  void countsAJoinedCopyOnlyWhenAllOfItsEntriesAreFound() {
    Owed first = new Owed("a", new Segment(0, 12, 3, 15));
    Owed second = new Owed("b", new Segment(12, 24, 50, 62));
    String edit = "sound-joined-known";
    Hit one = hit("a", 0, 12, 3);
    Outcome both = sound(Sort.COPY, edit, List.of(one, hit("b", 12, 24, 38)), first, second);
    Outcome half = sound(Sort.COPY, edit, List.of(one), first, second);
    assertThat(both.found()).contains(one);
    assertThat(both.wrong()).isEmpty();
    assertThat(half.found()).isEmpty();
    KindScore score = score(both, half);
    assertThat(score.recall()).isEqualTo(0.5);
    assertThat(score.bounds().copy()).hasSize(6);
  }

  @Test
  void tellsGroupsAndFalseMatchesApart() {
    KindScore score =
        score(
            sound(Sort.COPY, "sound-quiet", List.of(hit("a", 0, 30, 10)), WHOLE),
            sound(Sort.COPY, "sound-tempo-97", List.of(hit("z", 1, 9, 0)), WHOLE),
            sound(Sort.UNRELATED, "", List.of()),
            sound(Sort.UNRELATED, "sound-quiet", List.of(hit("z", 1, 9, 0))));
    assertThat(score.groups())
        .extracting(KindScore.Group::name, KindScore.Group::recall)
        .containsExactly(tuple("re-encode, level", 1.0), tuple("tempo", 0.0));
    assertThat(score.recall()).isCloseTo(0.5, within(1e-9));
    assertThat(score.copiesMatchedWrongly()).isEqualTo(1);
    assertThat(score.unrelated(false)).isEqualTo(1);
    assertThat(score.unrelatedMatched(false)).isZero();
    assertThat(score.unrelatedMatched(true)).isEqualTo(1);
  }
}
