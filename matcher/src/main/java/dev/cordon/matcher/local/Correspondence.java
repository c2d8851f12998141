package dev.cordon.matcher.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How an entry's picture lies in a file's, for people to see: what the geometric check found.
 *
 * @param distance 0 for certain to 100, as of the {@link Sighting}
 * @param variant how the file was turned, as of the sighting
 * @param outline the entry's outline on the file, a polygon of mostly four corners that may reach
 *     beyond the file's edges; in the order of the entry's corners, clockwise from the top left
 * @param entryOutline the file's outline on the entry, likewise
 * @param points places that were found in both
 * @param visible features of the entry that the file could show
 */
public record Correspondence(
    int distance,
    String variant,
    List<Place> outline,
    List<Place> entryOutline,
    List<Joined> points,
    int visible) {
  public Correspondence {
    outline = List.copyOf(outline);
    entryOutline = List.copyOf(entryOutline);
    points = List.copyOf(points);
  }

  /**
   * The same place in both pictures.
   *
   * @param bits in which the features' codes differ, of 88
   */
  public record Joined(Place file, Place entry, int bits) {}

  /**
   * Looks for one entry's picture as a bank does that holds nothing else.
   *
   * @param query value of a {@link LocalQuery#TYPE} signal
   * @param entry value of a {@link dev.cordon.matcher.Signal#LOCAL_FEATURES} signal
   * @return the nearest fit, however far; empty when the pictures have too little in common
   */
  public static Optional<Correspondence> between(String query, String entry) {
    LocalBank bank = new LocalBank(Runnable::run);
    bank.add(0, entry);
    return bank.findings(LocalQuery.parse(query)).stream()
        .min(Comparator.comparingInt(finding -> finding.evidence().distance()))
        .map(Correspondence::of);
  }

  static Correspondence of(Finding finding) {
    Plane file = Plane.of(finding.query());
    Plane entry = new Plane(finding.entry().width, finding.entry().height, false);
    Projection map = finding.fit().map();
    Place middle = new Place(0.5, 0.5);
    return new Correspondence(
        finding.evidence().distance(),
        finding.query().turn.label(),
        Outline.of(entry, map.inverse(), file, Outline.laid(middle, file, map, entry)),
        Outline.of(file, map, entry, middle),
        points(finding, file, entry),
        finding.evidence().visible());
  }

  private static List<Joined> points(Finding finding, Plane file, Plane entry) {
    Pairs pairs = finding.fit().inliers();
    Features q = finding.query().features;
    Features e = finding.entry().features;
    List<Joined> points = new ArrayList<>();
    IntStream.range(0, pairs.size)
        .forEach(
            i ->
                points.add(
                    new Joined(
                        file.place(q.x[pairs.query[i]], q.y[pairs.query[i]]),
                        entry.place(e.x[pairs.entry[i]], e.y[pairs.entry[i]]),
                        pairs.distance[i])));
    return points;
  }

  /**
   * The units that features are in: of the longer side; mirrored when they are those of a mirrored
   * query, whose places are told as they are in the file itself.
   */
  record Plane(double width, double height, boolean mirrored) {

    static Plane of(TurnedQuery query) {
      return new Plane(query.query.width(), query.query.height(), query.turn.mirrored());
    }

    double x(Place place) {
      return (mirrored ? 1 - place.x() : place.x()) * width;
    }

    double y(Place place) {
      return place.y() * height;
    }

    Place place(double x, double y) {
      return new Place(mirrored ? 1 - x / width : x / width, y / height);
    }
  }
}
