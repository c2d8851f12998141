package dev.cordon.matcher.audio;

import dev.cordon.matcher.audio.Passage.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Looks for a query's peaks, some seconds after the other. For one search. */
final class PeakSearch {
  /** Half of what votes together: 2.5 seconds. */
  private static final int BLOCK = AudioFeatures.frames(2.5);

  private static final int LEAST_PEAKS = 12;

  /** Frames, and steps of pitch, that hits may be beside the place that they voted for. */
  private static final int NEAR = 12;

  private static final int MOST_SPEEDS = 1000;

  private final Shelf shelf;
  private final Postings triplets;
  private final Peaks query;
  private final int length;
  private final Votes votes = new Votes();
  private final List<Passage> found = new ArrayList<>();

  PeakSearch(Shelf shelf, Postings triplets, AudioFeatures query) {
    this.shelf = shelf;
    this.triplets = triplets;
    this.query = query.peaks;
    this.length = query.length;
  }

  void into(List<Passage> passages) {
    Hits before = new Hits();
    for (int start = 0; start < length; start += BLOCK) {
      Hits block = hits(query.from(start), query.from(start + BLOCK));
      before.addAll(block);
      window(before, start);
      before = block;
    }
    passages.addAll(found);
  }

  private Hits hits(int from, int to) {
    Hits hits = new Hits();
    int most = AudioBank.most(triplets);
    Triplets.ofQuery(
        query,
        from,
        to,
        (key, anchor, last) -> {
          int frame = query.frame()[anchor];
          int span = query.frame()[last] - frame;
          int pitch = query.pitch()[anchor];
          triplets.find(key, most, number -> hits.add(frame, pitch, span, Landmark.of(number)));
        });
    return hits;
  }

  /** What a block and the one before say together. */
  private void window(Hits hits, int middle) {
    int from = query.from(middle - BLOCK);
    int to = query.from(middle + BLOCK);
    if (to - from < LEAST_PEAKS || hits.size() == 0) {
      return;
    }
    for (Votes.Place place : votes.places(hits, middle)) {
      Entry entry = shelf.at(place.frame());
      if (entry != null && !known(entry, place, middle)) {
        check(entry, place, middle, speed(hits, place, middle), from, to);
      }
    }
  }

  /** Whether the place lies on a stretch that was found from an earlier window. */
  private boolean known(Entry entry, Votes.Place place, int middle) {
    double at = AudioFeatures.seconds(middle);
    double there = AudioFeatures.seconds(place.frame() - entry.base());
    return found.stream()
        .anyMatch(
            passage ->
                passage.row() == entry.row()
                    && passage.distance() <= AudioOdds.THRESHOLD
                    && at > passage.start()
                    && at < passage.end()
                    && Math.abs(
                            passage.entryStart() + (at - passage.start()) * passage.speed() - there)
                        < 1);
  }

  /** The middle one of the speeds that the hits at a place say. */
  private static double speed(Hits hits, Votes.Place place, int middle) {
    double[] speeds = new double[MOST_SPEEDS];
    int count = 0;
    for (int i = 0; i < hits.size() && count < MOST_SPEEDS; i++) {
      if (Math.abs(hits.entry(i) - place.frame()) <= 2 * BLOCK
          && Math.abs(hits.at(i, middle) - place.frame()) <= NEAR
          && Math.abs(hits.pitch(i) - place.pitch()) <= NEAR) {
        speeds[count++] = hits.speed(i);
      }
    }
    java.util.Arrays.sort(speeds, 0, count);
    return count == 0 ? 1 : speeds[count / 2];
  }

  private void check(Entry entry, Votes.Place place, int middle, double speed, int from, int to) {
    double start = place.frame() - entry.base() - speed * middle;
    Line voted = new Line(start, speed, place.pitch());
    new PeakMatch(query, entry.features().peaks)
        .around(voted, from, to)
        .map(stretch -> passage(entry, stretch))
        .ifPresent(found::add);
  }

  private Passage passage(Entry entry, PeakMatch.Stretch stretch) {
    int first = query.frame()[stretch.from()];
    int last = query.frame()[stretch.to() - 1];
    Line line = stretch.line();
    return new Passage(
        entry.row(),
        AudioOdds.distance(stretch, AudioFeatures.seconds(last - first)),
        AudioFeatures.seconds(first),
        AudioFeatures.seconds(last),
        AudioFeatures.seconds(line.at(first)),
        AudioFeatures.seconds(line.at(last)),
        line.speed(),
        Math.pow(2, line.pitch() / SpectralPeaks.OCTAVE),
        Evidence.PEAKS);
  }
}
