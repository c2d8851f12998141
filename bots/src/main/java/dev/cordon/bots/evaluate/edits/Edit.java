package dev.cordon.bots.evaluate.edits;

/** One way in which media is changed before it is posted again. */
public interface Edit {

  /** What it is applied to. */
  MediaKind kind();

  /** Edits of one sort share a group: {@code crop}, {@code border}, … */
  String group();

  /** Unique in the catalogue: lower case, digits and hyphens. */
  String name();

  /** What it does in figures, for people. */
  String parameters();

  /** Whether nobody expects it to be found, so that it is reported but not held against anyone. */
  boolean hopeless();

  /** Makes the edited copy; the same source gives the same bytes. */
  Edited apply(Source source);
}
