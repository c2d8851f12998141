package dev.cordon.benchmarks.hard;

/** Draws one picture of a kind. */
@FunctionalInterface
interface Painter {
  /**
   * @param hand what this picture shares with the other of its pair, and what is its own
   */
  Sheet paint(Hand hand);
}
