package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.Edit;
import java.util.Optional;

/**
 * One thing to be judged.
 *
 * @param edit what is done to the media first; empty for the media as it is
 */
public record Trial(Sort sort, Media media, Optional<Edit> edit) {

  /** What ought to come of a trial. */
  public enum Sort {
    /** A copy of an enrolled picture: its entry ought to match, no other. */
    COPY,
    /** Of the half that was not enrolled: nothing ought to match. */
    UNRELATED,
    /** Of a set of pairs that are hard to tell apart: nothing ought to match. */
    HARD
  }

  /** Tells it from all other trials of an evaluation. */
  String key() {
    return key(sort, editName(), media.name());
  }

  /** The edit's name; empty for none. */
  String editName() {
    return edit.map(Edit::name).orElse("");
  }

  static String key(Sort sort, String edit, String file) {
    return sort + "\t" + edit + "\t" + file;
  }
}
