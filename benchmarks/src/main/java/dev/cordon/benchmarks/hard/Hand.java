package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What a painter draws from.
 *
 * @param shared the same sequence for both pictures of a pair: the template
 * @param own another sequence for each picture
 * @param photos a photograph that the other picture does not show, another one each time
 */
record Hand(Random shared, Random own, Supplier<BufferedImage> photos) {

  BufferedImage photo() {
    return photos.get();
  }

  int shared(int from, int to) {
    return from + shared.nextInt(to - from + 1);
  }

  int own(int from, int to) {
    return from + own.nextInt(to - from + 1);
  }

  /** A strong colour of the template. */
  Color colour() {
    return Color.getHSBColor(shared.nextFloat(), 0.75f, 0.8f);
  }

  /** A colour of this picture. */
  Color ownColour() {
    return Color.getHSBColor(
        own.nextFloat(), 0.3f + own.nextFloat() * 0.6f, 0.4f + own.nextFloat() * 0.6f);
  }
}
