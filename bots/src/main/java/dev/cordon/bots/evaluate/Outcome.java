package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.matcher.Match.Segment;
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
 * @param kind where a report has it
 * @param owed which entries ought to match besides, or where in the file; empty for pictures
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
    Distances pdq,
    MediaKind kind,
    List<Owed> owed) {

  /** Of a picture. */
  public Outcome(
      Sort sort,
      String file,
      String edit,
      Optional<Problem> problem,
      double millis,
      Stage reached,
      List<Hit> matches,
      List<Hit> loose,
      Distances pdq) {
    this(
        sort,
        file,
        edit,
        problem,
        millis,
        reached,
        matches,
        loose,
        pdq,
        MediaKind.PICTURE,
        List.of());
  }

  /**
   * A match.
   *
   * @param entry the name of the file that was enrolled
   * @param segment which seconds
   */
  public record Hit(
      String entry, String signal, int distance, String variant, Optional<Segment> segment) {
    /** Of the whole file, or of no particular seconds. */
    public Hit(String entry, String signal, int distance, String variant) {
      this(entry, signal, distance, variant, Optional.empty());
    }
  }

  /**
   * What ought to be found in a film or a sound.
   *
   * @param entry the name of the file that was enrolled
   * @param segment which seconds
   */
  public record Owed(String entry, Segment segment) {}

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

  /** Whether an entry is one that ought to match. */
  boolean right(Hit hit) {
    return sort == Sort.COPY && (hit.entry().equals(file) || !owed(hit.entry()).isEmpty());
  }

  private List<Owed> owed(String entry) {
    return owed.stream().filter(each -> each.entry().equals(entry)).toList();
  }

  /** The match with the right entry; only when all that ought to match do. */
  Optional<Hit> found() {
    boolean all = owed.stream().allMatch(each -> match(each.entry()).isPresent());
    return sort == Sort.COPY && all ? match(file) : Optional.empty();
  }

  /** The match with an entry. */
  Optional<Hit> match(String entry) {
    return matches.stream().filter(hit -> hit.entry().equals(entry)).findFirst();
  }

  /** Matches that ought not to be. */
  List<Hit> wrong() {
    return matches.stream().filter(hit -> !right(hit)).toList();
  }
}
