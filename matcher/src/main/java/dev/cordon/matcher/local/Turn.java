package dev.cordon.matcher.local;

/** How a copy may have been turned so that its features are others; rotations need none. */
enum Turn {
  NONE("none"),
  MIRRORED("flipx"),
  INVERTED("inverted"),
  MIRRORED_INVERTED("flipx-inverted");

  static final int COUNT = 4;

  private final String label;

  Turn(String label) {
    this.label = label;
  }

  /** As a match's variant says it. */
  String label() {
    return label;
  }

  boolean mirrored() {
    return (ordinal() & 1) != 0;
  }

  boolean inverted() {
    return (ordinal() & 2) != 0;
  }
}
