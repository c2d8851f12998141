package dev.cordon.matcher.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.local.Correspondence.Joined;
import dev.cordon.matcher.local.Correspondence.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {
  private static final double NEAR = 0.02;
  private static final double HEIGHT = 0.75;

  private final Drawn drawn = new Drawn(5);

  @Test
  void aCutOutLiesInTheEntryAndTheEntryReachesBeyondIt() {
    Projection back = Projection.affine(0.5, 0, 0.3, 0, 0.5, 0.2);

    Correspondence found = found(drawn.query(back));

    assertPlaces(
        found.entryOutline(),
        new Place(0.3, 0.2 / HEIGHT),
        new Place(0.8, 0.2 / HEIGHT),
        new Place(0.8, 0.2 / HEIGHT + 0.5),
        new Place(0.3, 0.2 / HEIGHT + 0.5));
    assertPlaces(
        found.outline(),
        new Place(-0.6, -0.4 / HEIGHT),
        new Place(1.4, -0.4 / HEIGHT),
        new Place(1.4, 2 - 0.4 / HEIGHT),
        new Place(-0.6, 2 - 0.4 / HEIGHT));
    assertJoined(found, back);
    assertThat(found.visible()).isGreaterThanOrEqualTo(found.points().size());
  }

  @Test
  void inAMirroredFilePlacesAreThoseOfTheFileAsItIs() {
    Correspondence found = found(drawn.mirrored());

    assertThat(found.variant()).isEqualTo("flipx");
    List<Place> corners =
        List.of(new Place(1, 0), new Place(0, 0), new Place(0, 1), new Place(1, 1));
    assertPlaces(found.outline(), corners.toArray(Place[]::new));
    assertPlaces(found.entryOutline(), corners.toArray(Place[]::new));
    assertJoined(found, Projection.affine(-1, 0, 1, 0, 1, 0));
  }

  @Test
  void perspectiveIsDrawnAsItIs() {
    Projection back = new Projection(1.1, 0.1, 0, 0.05, 1.2, 0, 0.2, 0.15);

    Correspondence found = found(drawn.query(back));

    assertPlaces(
        found.entryOutline(),
        place(back, 0, 0),
        place(back, 1, 0),
        place(back, 1, HEIGHT),
        place(back, 0, HEIGHT));
    assertJoined(found, back);
  }

  /** Held as firmly to an affine map as the rest, corners would be off by a seventh. */
  @Test
  void aTiltedInsetIsOutlinedWhereItIs() {
    Projection back = new Projection(2.5, 0.1, -0.45, 0.05, 2.5, -0.34, 0.8, 0.48);
    Projection there = back.inverse();

    assertPlaces(
        found(drawn.query(back)).outline(),
        place(there, 0, 0),
        place(there, 1, 0),
        place(there, 1, HEIGHT),
        place(there, 0, HEIGHT));
  }

  private static Place place(Projection back, double x, double y) {
    return new Place(back.x(x, y), back.y(x, y) / HEIGHT);
  }

  /** Behind the horizon a corner would come out on the wrong side. */
  @Test
  void anOutlineEndsBeforeTheHorizon() {
    Plane plane = new Plane(1, 1, false);
    Projection map = new Projection(1, 0, 0, 0, 1, 0, -1.25, 0);

    List<Place> outline = Outline.of(plane, map, plane, new Place(0.2, 0.5));

    assertThat(outline).hasSize(4).allMatch(place -> place.x() >= 0 && place.x() < 40);
    assertThat(outline.get(1).x()).isGreaterThan(10);
  }

  @Test
  void ofAnUnrelatedPictureNothingIsFound() {
    assertThat(
            Correspondence.between(
                new Drawn(99).query(Projection.affine(1, 0, 0, 0, 1, 0)).toString(),
                drawn.entry().toString()))
        .isEmpty();
  }

  @Test
  void aSketchHasThePlacesAndEdgesOfTheEntry() {
    LocalFeatures entry = drawn.entry();

    Sketch sketch = Sketch.of(entry.toString());

    assertThat(sketch.width()).isEqualTo(1);
    assertThat(sketch.height()).isCloseTo(HEIGHT, within(1e-4));
    assertThat(sketch.places()).hasSize(entry.size());
    assertThat(sketch.places()).allMatch(place -> place.y() >= 0 && place.y() <= 1);
    assertThat(sketch.edges()).isNotEmpty().allMatch(e -> e.strength() > 0 && e.strength() <= 1);
  }

  private Correspondence found(LocalQuery query) {
    return Correspondence.between(query.toString(), drawn.entry().toString()).orElseThrow();
  }

  private static void assertPlaces(List<Place> places, Place... expected) {
    assertThat(places).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertNear(places.get(i), expected[i], NEAR);
    }
  }

  /** A few may be joined to their neighbours; the places themselves are what the test draws. */
  private static void assertJoined(Correspondence found, Projection back) {
    assertThat(found.points()).hasSizeGreaterThan(30);
    for (Joined joined : found.points()) {
      Place expected = place(back, joined.file().x(), joined.file().y() * HEIGHT);
      assertNear(joined.entry(), expected, 2 * NEAR);
    }
  }

  private static void assertNear(Place place, Place expected, double within) {
    assertThat(place.x()).isCloseTo(expected.x(), within(within));
    assertThat(place.y()).isCloseTo(expected.y(), within(within));
  }
}
