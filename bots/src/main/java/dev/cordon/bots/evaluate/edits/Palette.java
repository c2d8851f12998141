package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Few colours for a picture's many, by median cut (Heckbert, "Color image quantization for frame
 * buffer display", 1982), on colours of 5 bits a channel.
 */
final class Palette {
  private static final int BITS = 5;
  private static final int CELLS = 1 << 3 * BITS;

  /** How many pixels have a colour. */
  private final int[] uses = new int[CELLS];

  private final int[] colours = new int[CELLS];

  private Palette() {}

  static Palette of(BufferedImage picture, int count) {
    Palette palette = new Palette();
    for (int colour : Pixels.of(picture)) {
      palette.uses[cell(colour)]++;
    }
    palette.cut(count).forEach(palette::take);
    return palette;
  }

  private PriorityQueue<Box> cut(int count) {
    var boxes = new PriorityQueue<Box>(Comparator.comparingInt(Box::width).reversed());
    boxes.add(Box.of(IntStream.range(0, CELLS).filter(cell -> uses[cell] > 0).toArray()));
    while (boxes.size() < count && boxes.element().width() > 0) {
      int[] cells = boxes.remove().cells();
      int middle = median(cells);
      boxes.add(Box.of(Arrays.copyOfRange(cells, 0, middle)));
      boxes.add(Box.of(Arrays.copyOfRange(cells, middle, cells.length)));
    }
    return boxes;
  }

  private int median(int[] cells) {
    long half = Arrays.stream(cells).mapToLong(cell -> uses[cell]).sum() / 2;
    int at = 0;
    for (long seen = 0; at < cells.length - 1 && seen <= half; at++) {
      seen += uses[cells[at]];
    }
    return at;
  }

  private void take(Box box) {
    double[] sums = new double[3];
    double total = 0;
    for (int cell : box.cells()) {
      total += uses[cell];
      for (int channel = 0; channel < 3; channel++) {
        sums[channel] += (double) uses[cell] * value(cell, channel);
      }
    }
    double scale = 255.0 / ((1 << BITS) - 1) / Math.max(1, total);
    int mean = Pixels.colour(sums[0] * scale, sums[1] * scale, sums[2] * scale);
    Arrays.stream(box.cells()).forEach(cell -> colours[cell] = mean);
  }

  private static int cell(int colour) {
    int down = 8 - BITS;
    return Pixels.red(colour) >> down << 2 * BITS
        | Pixels.green(colour) >> down << BITS
        | Pixels.blue(colour) >> down;
  }

  private static int value(int cell, int channel) {
    return cell >> (2 - channel) * BITS & (1 << BITS) - 1;
  }

  BufferedImage applied(BufferedImage picture) {
    return Pixels.mapped(picture, (int colour) -> colours[cell(colour)]);
  }

  /**
   * Colours that become one.
   *
   * @param cells sorted by their widest channel
   * @param width the range of that channel
   */
  private record Box(int[] cells, int width) {
    static Box of(int[] cells) {
      int channel =
          IntStream.range(0, 3)
              .boxed()
              .max(Comparator.comparingInt(any -> range(cells, any)))
              .orElseThrow();
      int[] sorted =
          Arrays.stream(cells)
              .boxed()
              .sorted(Comparator.comparingInt(cell -> value(cell, channel)))
              .mapToInt(Integer::intValue)
              .toArray();
      return new Box(sorted, range(cells, channel));
    }

    private static int range(int[] cells, int channel) {
      var values = Arrays.stream(cells).map(cell -> value(cell, channel)).summaryStatistics();
      return values.getMax() - values.getMin();
    }
  }
}
