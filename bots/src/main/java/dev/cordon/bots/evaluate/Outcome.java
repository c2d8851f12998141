package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Trial.Sort;
import java.util.List;
import java.util.Optional;

/**
 * What came of a trial; one line of the results file.
 *
 * @param file the media's name
 * @param edit the edit's name; empty for none
 * @param problem why it could not be made or judged; nothing matched then
 * @param millis from the file to the verdict, all cores being at work
 * @param reached how far the matcher looked
 * @param matches all of them, nearest first
 * @param loose what else would match at the loosest thresholds, by signals other than PDQ
 * @param pdq to every entry, whether it matches or not
 */
public record Outcome(
    Sort sort,
    String file,
    String edit,
    Optional<Problem> problem,
    double millis,
    Stage reached,
    List<Hit> matches,
    List<Hit> loose,
    Distances pdq) {

  /**
   * A match.
   *
   * @param entry the name of the file that was enrolled
   */
  public record Hit(String entry, String signal, int distance, String variant) {}

  /**
   * Why there is no verdict.
   *
   * @param made whether the copy could be made, so that a miss is the matcher's
   */
  public record Problem(boolean made, String reason) {}

  String key() {
    return Trial.key(sort, edit, file);
  }

  /** One line about what went wrong. */
  public Optional<String> remark() {
    return problem.map(any -> file + ": " + any.reason());
  }

  /** Whether it says anything of the matcher. */
  boolean counts() {
    return problem.map(Problem::made).orElse(true);
  }

  /** Whether an entry is the one that ought to match. */
  boolean right(Hit hit) {
    return sort == Sort.COPY && hit.entry().equals(file);
  }

  /** The match with the right entry. */
  Optional<Hit> found() {
    return matches.stream().filter(this::right).findFirst();
  }

  /** Matches that ought not to be. */
  List<Hit> wrong() {
    return matches.stream().filter(hit -> !right(hit)).toList();
  }
}
