package dev.cordon.matcher.parts;

import java.util.ArrayList;
import java.util.List;

/** The parts of a picture that are worth a hash. */
final class Candidates {
  static final int MOST = 12;

  /** Where lines are looked for: coarse enough to be fast, and so that edges are sharp steps. */
  private static final int COARSE = 640;

  /** How much the brightness of a bar may vary: one that is hardly noisy, and one that is. */
  private static final int[] TOLERANCES = {2, 8};

  /** Of a frame within a box, as a share of a side: wider ones have lines of their own. */
  private static final double THIN = 0.06;

  /** Two boxes this alike have hashes this alike. */
  private static final double SAME = 0.98;

  private final Plane fine;
  private final Plane coarse;
  private final PlainBars frames;
  private final Snap snap;
  private final List<Box> boxes = new ArrayList<>();

  private Candidates(Plane fine) {
    this.fine = fine;
    this.coarse = fine.reduced(COARSE);
    this.frames = new PlainBars(fine, 8, THIN);
    this.snap = new Snap(fine, (fine.width + coarse.width - 1) / coarse.width + 1);
  }

  /** The likelier first; at most {@value #MOST}, none of them the whole. */
  static List<Box> of(Plane plane) {
    Candidates candidates = new Candidates(plane);
    candidates.search();
    return candidates.boxes;
  }

  private void search() {
    Box whole = coarse.whole();
    for (int tolerance : TOLERANCES) {
      new PlainBars(coarse, tolerance, 1).without(whole).ifPresent(this::addSnapped);
    }
    SmoothBorder.within(coarse, whole).ifPresent(this::addSnapped);
    for (Box box : Rectangles.of(coarse)) {
      Box exact = snap.onto(finer(box));
      add(exact);
      frames.without(exact).ifPresent(this::add);
      SmoothBorder.within(coarse, box).ifPresent(this::addSnapped);
    }
  }

  private void addSnapped(Box box) {
    add(snap.onto(finer(box)));
  }

  private Box finer(Box box) {
    return new Box(
        box.left() * fine.width / coarse.width,
        box.top() * fine.height / coarse.height,
        box.right() * fine.width / coarse.width,
        box.bottom() * fine.height / coarse.height);
  }

  private void add(Box box) {
    boolean fresh =
        box.overlap(fine.whole()) < SAME
            && boxes.stream().noneMatch(other -> other.overlap(box) > SAME);
    if (fresh && boxes.size() < MOST) {
      boxes.add(box);
    }
  }
}
