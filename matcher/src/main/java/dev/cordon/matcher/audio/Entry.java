package dev.cordon.matcher.audio;

/**
 * Sound in a bank.
 *
 * @param row what a passage reports
 * @param base the bank's frame that its first frame is
 */
record Entry(int row, int base, AudioFeatures features) {

  boolean holds(int frame) {
    return frame >= base && frame - base < features.length;
  }
}
