package dev.cordon.matcher.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalBankTest {
  private static final int KNOWN = 5;

  private final LocalBank bank = new LocalBank(Runnable::run);

  @BeforeEach
  void enrol() {
    for (int row = 0; row < 20; row++) {
      bank.add(row, new Drawn(row).entry().toString());
    }
  }

  @Test
  void findsACutOutAndSaysWhere() {
    Sighting found = only(new Drawn(KNOWN).query(Projection.affine(0.5, 0, 0.3, 0, 0.5, 0.2)));

    assertThat(found.row()).isEqualTo(KNOWN);
    assertThat(found.variant()).isEqualTo("none");
    assertThat(found.distance()).isLessThanOrEqualTo(LocalOdds.THRESHOLD);
    assertThat(found.entryRegion().left()).isCloseTo(0.3, within(0.02));
    assertThat(found.entryRegion().right()).isCloseTo(0.8, within(0.02));
    assertThat(found.region().left()).isCloseTo(0, within(0.02));
    assertThat(found.region().right()).isCloseTo(1, within(0.02));
  }

  @Test
  void findsATurnedAndShrunkenCopy() {
    Projection back = Projection.similarity(0.5, 0.375, 0.5, 0.375, 2, Math.toRadians(33));

    assertThat(only(new Drawn(KNOWN).query(back)).row()).isEqualTo(KNOWN);
  }

  @Test
  void findsOneInPerspective() {
    Projection back = new Projection(1.1, 0.1, 0, 0.05, 1.2, 0, 0.2, 0.15);

    assertThat(only(new Drawn(KNOWN).query(back)).row()).isEqualTo(KNOWN);
  }

  @Test
  void findsAMirroredCopy() {
    Sighting found = only(new Drawn(KNOWN).mirrored());

    assertThat(found.row()).isEqualTo(KNOWN);
    assertThat(found.variant()).isEqualTo("flipx");
  }

  @Test
  void doesNotFindWhatIsNotThere() {
    LocalQuery unknown = new Drawn(99).query(Projection.affine(1, 0, 0, 0, 1, 0));

    assertThat(near(unknown)).isEmpty();
  }

  @Test
  void doesNotFindWhatWasRemoved() {
    bank.remove(KNOWN);

    assertThat(near(new Drawn(KNOWN).query(Projection.affine(1, 0, 0, 0, 1, 0)))).isEmpty();
  }

  private Sighting only(LocalQuery query) {
    List<Sighting> found = near(query);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<Sighting> near(LocalQuery query) {
    return bank.search(query.toString()).stream()
        .filter(sighting -> sighting.distance() <= LocalOdds.THRESHOLD)
        .toList();
  }
}
