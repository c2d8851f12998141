package dev.cordon.matcher.video;

import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.local.Keypoint;
import dev.cordon.matcher.local.Selection;
import dev.cordon.matcher.signal.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses the landmarks of a film's shots. Of a shot a few frames are looked at; what is found in
 * several of them is likely to be found in a copy, too. What stays in place from one shot to the
 * next is a logo or a caption, not the film, and is left out. For one thread.
 */
final class ShotExtractor {
  /** Cuts that follow each other faster make one shot, in hundredths of a second. */
  private static final int SHORTEST = 70;

  /** Longer shots are taken for several. */
  private static final int LONGEST = 800;

  /** Hundredths of a second between two frames of a shot that are looked at. */
  private static final int STEP = 190;

  /** Features of a frame that are chosen from. */
  private static final int CONSIDERED = 250;

  /** Places of a grid that are filled evenly. */
  private static final int CELLS = 4;

  /** Bits that the codes of one landmark differ by from frame to frame. */
  private static final int SAME = 20;

  /** How far things move from frame to frame, in units of the longer side. */
  private static final double MOVED = 0.1;

  /** A logo stays where it is. */
  private static final double STILL = 0.008;

  /** Diameter, as a logarithm, of what is still seen when the film is shown small. */
  private static final double LARGE = Math.log(1 / 36.0) / Math.log(2);

  /** Landmarks of a shot, and more for each second of it, up to the most. */
  private static final int LEAST = 14;

  private static final double EACH_SECOND = 3;
  private static final int MOST = 36;

  private final Function<Picture, List<Keypoint>> finder;
  private final List<Features> chosen = new ArrayList<>();
  private final List<int[]> times = new ArrayList<>();
  private final List<Features> frames = new ArrayList<>();
  private Features before = Features.join(List.of());
  private int from;
  private int last;
  private boolean begun;
  private double width = 1;
  private double height = 1;

  ShotExtractor(Function<Picture, List<Keypoint>> finder) {
    this.finder = finder;
  }

  /**
   * Takes the next frame.
   *
   * @param time in hundredths of a second
   */
  void accept(int time, Picture frame, boolean cut) {
    if (begun && (cut && time - from >= SHORTEST || time - from >= LONGEST)) {
      finish(time, cut);
    }
    if (!begun || time - last >= STEP) {
      from = begun ? from : time;
      begun = true;
      last = time;
      look(frame);
    }
  }

  private void look(Picture frame) {
    int longer = Math.max(frame.width(), frame.height());
    width = frame.width() / (double) longer;
    height = frame.height() / (double) longer;
    List<Keypoint> best =
        Selection.of(finder.apply(frame), frame.width(), frame.height(), CONSIDERED);
    frames.add(Features.of(best, longer, new byte[best.size() * 24]));
  }

  private void finish(int until, boolean cut) {
    Features all = Features.join(frames);
    boolean[] logo = new boolean[all.size()];
    for (int i = 0; i < logo.length; i++) {
      logo[i] = alike(all, i, before, STILL) > 0;
    }
    int wanted = (int) Math.min(MOST, LEAST + EACH_SECOND * (until - from) / 100);
    chosen.add(choose(all, logo, wanted));
    times.add(new int[] {from, until});
    before = cut ? all : Features.join(List.of());
    frames.clear();
    begun = false;
  }

  private Features choose(Features all, boolean[] logo, int wanted) {
    int[] support = new int[all.size()];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < support.length; i++) {
      support[i] = alike(all, i, all, MOVED);
      if (!logo[i]) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingInt((Integer i) -> -Math.min(support[i], frames.size())));
    int[] which = new int[wanted];
    int count = 0;
    int[] full = new int[CELLS * CELLS];
    int large = 0;
    for (int round = 1; round <= 3 && count < wanted; round++) {
      int each = round * wanted / (CELLS * CELLS) + 1;
      for (int i : order) {
        boolean isLarge = all.scale(i) >= LARGE;
        boolean room = count < wanted && full[cell(all, i)] < each;
        boolean fits = isLarge || round > 1 || count - large < wanted / 2;
        if (room && fits && isNew(all, i, which, count)) {
          full[cell(all, i)]++;
          large += isLarge ? 1 : 0;
          which[count++] = i;
        }
      }
    }
    return all.chosen(which, count);
  }

  private int cell(Features all, int i) {
    int column = (int) Math.min(CELLS - 1, all.x(i) / width * CELLS);
    int row = (int) Math.min(CELLS - 1, all.y(i) / height * CELLS);
    return Math.max(0, row) * CELLS + Math.max(0, column);
  }

  private static boolean isNew(Features all, int i, int[] which, int count) {
    for (int k = 0; k < count; k++) {
      if (which[k] == i
          || all.distance(i, all, which[k]) <= SAME && near(all, i, all, which[k], MOVED)) {
        return false;
      }
    }
    return true;
  }

  private static int alike(Features some, int i, Features others, double moved) {
    int alike = 0;
    for (int k = 0; k < others.size(); k++) {
      boolean same = near(some, i, others, k, moved) && some.distance(i, others, k) <= SAME;
      alike += same ? 1 : 0;
    }
    return alike;
  }

  private static boolean near(Features some, int i, Features others, int k, double moved) {
    return Math.abs(some.x(i) - others.x(k)) <= moved
        && Math.abs(some.y(i) - others.y(k)) <= moved
        && Math.abs(some.scale(i) - others.scale(k)) <= 0.5;
  }

  /** The shots of all that was taken. */
  Shots shots(int length) {
    if (begun) {
      finish(Math.max(length, last), true);
    }
    int[] first = new int[chosen.size() + 1];
    for (int i = 0; i < chosen.size(); i++) {
      first[i + 1] = first[i] + chosen.get(i).size();
    }
    return new Shots(
        new Timeline(
            times.stream().mapToInt(time -> time[0]).toArray(),
            times.stream().mapToInt(time -> time[1]).toArray()),
        first,
        Features.join(chosen),
        width,
        height);
  }
}
