package dev.cordon.matcher.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be drawn of an entry from its local features alone, when its picture is not at hand.
 *
 * @param width of the picture over its longer side, over 0, at most 1
 * @param height likewise
 * @param places of its features
 * @param edges where it gets lighter or darker
 */
public record Sketch(double width, double height, List<Place> places, List<Edge> edges) {
  private static final int STRONGEST = 15;
  private static final int DIRECTIONS = 16;

  public Sketch {
    places = List.copyOf(places);
    edges = List.copyOf(edges);
  }

  /**
   * A part of an edge.
   *
   * @param place the middle of one of {@link #COLUMNS} by {@link #COLUMNS} cells
   * @param strength over 0, at most 1
   * @param radians the direction in which it gets lighter, from rightwards towards downwards, in a
   *     square picture
   */
  public record Edge(Place place, double strength, double radians) {}

  /** Columns of edges, and rows. */
  public static final int COLUMNS = Layout.SIDE;

  /**
   * Draws from the value of a {@link dev.cordon.matcher.Signal#LOCAL_FEATURES} signal.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static Sketch of(String value) {
    LocalFeatures entry = LocalFeatures.parse(value);
    Features features = entry.features;
    List<Place> places =
        IntStream.range(0, features.size)
            .mapToObj(i -> new Place(features.x[i] / entry.width, features.y[i] / entry.height))
            .toList();
    return new Sketch(entry.width, entry.height, places, edges(entry.layout.cells()));
  }

  private static List<Edge> edges(byte[] cells) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      int strength = (cells[i] & 0xff) >> 4;
      double x = (i % COLUMNS + 0.5) / COLUMNS;
      double y = (i / COLUMNS + 0.5) / COLUMNS;
      double radians = (cells[i] & 15) * 2 * Math.PI / DIRECTIONS;
      if (strength > 0) {
        edges.add(new Edge(new Place(x, y), strength / (double) STRONGEST, radians));
      }
    }
    return edges;
  }
}
