package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Edit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which trials an evaluation consists of. */
public final class Plan {
  private final List<Trial> trials = new ArrayList<>();
  private final int perEdit;
  private final long seed;

  private Plan(int perEdit, long seed) {
    this.perEdit = perEdit;
    this.seed = seed;
  }

  /**
   * Every edit on a sample of either half, the unknown half as it is, and hard queries as they are.
   * Trials of one picture follow each other, so that it is read once.
   *
   * @param known of the enrolled half, what can be edited
   * @param unknown of the other half, what can be edited
   * @param perEdit how many of either half each edit is tried on; all of them when there are fewer
   */
  public static List<Trial> of(
      List<Media> known,
      List<Media> unknown,
      List<Media> plain,
      List<Media> hard,
      List<Edit> edits,
      int perEdit,
      long seed) {
    Plan plan = new Plan(perEdit, seed);
    plan.edited(Sort.COPY, known, edits);
    plan.edited(Sort.UNRELATED, unknown, edits);
    plain.forEach(media -> plan.add(Sort.UNRELATED, media, Optional.empty()));
    hard.forEach(media -> plan.add(Sort.HARD, media, Optional.empty()));
    plan.trials.sort(Comparator.comparing(trial -> trial.media().name()));
    return List.copyOf(plan.trials);
  }

  /** Goes round and round through the pictures, so that each is used as often as any other. */
  private void edited(Sort sort, List<Media> media, List<Edit> edits) {
    List<Media> shuffled = new ArrayList<>(media);
    Collections.shuffle(shuffled, new Random(seed));
    int count = Math.min(perEdit, shuffled.size());
    for (int i = 0; i < edits.size() * count; i++) {
      add(sort, shuffled.get(i % shuffled.size()), Optional.of(edits.get(i / count)));
    }
  }

  private void add(Sort sort, Media media, Optional<Edit> edit) {
    trials.add(new Trial(sort, media, edit));
  }
}
