package dev.cordon.matcher.local;

/** How a copy may have been turned so that its features are others; rotations need none. */
public enum Turn {
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
  public String label() {
    return label;
  }

  /** Whether left and right are exchanged. */
  public boolean mirrored() {
    return (ordinal() & 1) != 0;
  }

  /** Whether light and dark are exchanged. */
  public boolean inverted() {
    return (ordinal() & 2) != 0;
  }
}
