package dev.cordon.bots.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Outcome.Problem;
import dev.cordon.bots.evaluate.Trial.Sort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final Map<String, String> PARAMETERS = Map.of("seed", "1", "edits", "3 abc");

  private static final Outcome FOUND = Samples.copy("ä\t\".jpg", "crop-50", 20);
  private static final Outcome FAILED =
      new Outcome(
          Sort.UNRELATED,
          "b.jpg",
          "",
          Optional.of(new Problem(false, "cannot be read")),
          0.5,
          Stage.FEATURES,
          List.of(),
          List.of(new Hit("c.jpg", "LOCAL_FEATURES", 80, "none")),
          Distances.none());

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void twoOutcomes() {
    file = folder.resolve("results.jsonl");
    try (Results results = Results.open(file, PARAMETERS, false)) {
      results.add(FOUND);
      results.add(FAILED);
    }
  }

  @Test
  void goesOnWithWhatIsThere() {
    Trial judged = new Trial(Sort.UNRELATED, Samples.media("b.jpg"), Optional.empty());
    Trial left = new Trial(Sort.UNRELATED, Samples.media("c.jpg"), Optional.empty());
    try (Results results = Results.open(file, PARAMETERS, false)) {
      assertThat(results.outcomes()).containsExactly(FOUND, FAILED);
      assertThat(results.left(List.of(judged, left))).containsExactly(left);
    }
  }

  @Test
  void dropsTheHalfLineOfAKilledProcess() throws IOException {
    Files.writeString(file, "{\"sort\":\"CO", StandardOpenOption.APPEND);
    try (Results results = Results.open(file, PARAMETERS, false)) {
      assertThat(results.outcomes()).hasSize(2);
      results.add(FOUND);
    }
    try (Results results = Results.open(file, PARAMETERS, false)) {
      assertThat(results.outcomes()).containsExactly(FOUND, FAILED, FOUND);
    }
  }

  @Test
  void refusesResultsOfOtherParameters() {
    assertThatThrownBy(() -> Results.open(file, Map.of("seed", "2", "edits", "3 abc"), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seed was 1, is 2")
        .hasMessageContaining("--fresh");
    try (Results results = Results.open(file, Map.of("seed", "2"), true)) {
      assertThat(results.outcomes()).isEmpty();
    }
  }

  @Test
  void leavesOtherPeoplesFilesAlone() throws IOException {
    Files.writeString(file, "my shopping list\n");
    assertThatThrownBy(() -> Results.open(file, PARAMETERS, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a results file");
    assertThat(file).hasContent("my shopping list");
  }
}
