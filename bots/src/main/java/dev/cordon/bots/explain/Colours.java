package dev.cordon.bots.explain;

import java.awt.Color;

/** The colours of a drawing. */
final class Colours {
  static final Color PAPER = new Color(0xfbfaf7);
  static final Color INK = new Color(0x1d1d22);
  static final Color SOFT = new Color(0x62626c);
  static final Color LINE = new Color(0xd9d6cd);
  static final Color BLANK = new Color(0xefede6);
  static final Color MATCH = new Color(0xb3261e);
  static final Color ALLOWED = new Color(0x2e6b3a);
  static final Color NONE = new Color(0x5b6470);
  static final Color REGION = new Color(0xff2d95);
  static final Color MATCHED = new Color(0xf98fc2);
  static final Color BAND = new Color(255, 45, 149, 34);
  static final Color OTHER = new Color(0x3f6fb5);
  static final Color OTHER_BAND = new Color(63, 111, 181, 26);
  static final Color VEIL = new Color(251, 250, 247, 150);
  static final Color FAINT = new Color(70, 80, 100, 120);
  static final Color HALO = new Color(255, 255, 255, 215);
  static final Color SHADE = new Color(0, 0, 0, 95);
  static final Color BIT = new Color(0x3a3a42);
  static final Color DIFFERING_SET = new Color(0xd6006c);
  static final Color DIFFERING = new Color(0xf7a9cd);

  /** A turn of the hue by the golden section: neighbours are never alike. */
  private static final float GOLDEN = 0.618034f;

  private Colours() {}

  /** One of many that can be told apart. */
  static Color distinct(int i) {
    float brightness = i % 2 == 0 ? 0.95f : 0.75f;
    return Color.getHSBColor(i * GOLDEN % 1, 0.9f, brightness);
  }
}
