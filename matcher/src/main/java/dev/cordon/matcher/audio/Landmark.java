package dev.cordon.matcher.audio;

/**
 * What a posting says of a triplet, in 49 bits.
 *
 * @param frame of the anchor, counted through all entries of the bank
 * @param pitch of the anchor
 * @param span from the anchor to the last peak, in frames
 */
record Landmark(int frame, int pitch, int span) {
  private static final int PITCH_BITS = 11;
  private static final int SPAN_BITS = 7;

  static long pack(int frame, int pitch, int span) {
    long cut = Math.min(pitch, (1 << PITCH_BITS) - 1);
    return ((long) frame << PITCH_BITS | cut) << SPAN_BITS | span;
  }

  static Landmark of(long packed) {
    int span = (int) packed & (1 << SPAN_BITS) - 1;
    int pitch = (int) (packed >>> SPAN_BITS) & (1 << PITCH_BITS) - 1;
    return new Landmark((int) (packed >>> (SPAN_BITS + PITCH_BITS)), pitch, span);
  }
}
