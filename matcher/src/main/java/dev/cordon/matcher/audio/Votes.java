package dev.cordon.matcher.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where many hits of a few seconds agree: on the frame of the bank that the middle of those
 * seconds is, and on how much the pitch differs.
 */
final class Votes {
  private static final int TABLE_BITS = 20;
  private static final int COARSE_FRAMES = 16;
  private static final int FRAMES = 8;
  private static final int PITCHES = 8;
  private static final int PITCH_CELLS = 32;
  private static final int LEAST = 4;
  private static final int MOST = 8;

  private final byte[] table = new byte[1 << TABLE_BITS];

  /**
   * A place that hits agree on.
   *
   * @param frame of the bank, that the middle is
   * @param pitch difference in 1/256 octaves
   */
  record Place(int frame, int pitch, int votes) {}

  /** The places with the most votes, at most {@link #MOST}. */
  List<Place> places(Hits hits, int middle) {
    long[] cells = cells(hits, middle);
    Arrays.sort(cells);
    List<Place> places = new ArrayList<>();
    for (int from = 0; from < cells.length; ) {
      int to = from;
      while (to < cells.length && cells[to] == cells[from]) {
        to++;
      }
      int votes = around(cells, cells[from]);
      if (votes >= LEAST) {
        places.add(place(cells[from], votes));
      }
      from = to;
    }
    places.sort(Comparator.comparingInt(Place::votes).reversed());
    return distinct(places);
  }

  /** The cells of the hits that are not alone. */
  private long[] cells(Hits hits, int middle) {
    Arrays.fill(table, (byte) 0);
    for (int i = 0; i < hits.size(); i++) {
      int slot = slot(hits, i, middle);
      if (table[slot] < Byte.MAX_VALUE) {
        table[slot]++;
      }
    }
    long[] cells = new long[hits.size()];
    int count = 0;
    for (int i = 0; i < hits.size(); i++) {
      if (table[slot(hits, i, middle)] > LEAST / 2) {
        cells[count++] = cell(hits.at(i, middle) / FRAMES, pitchCell(hits.pitch(i)));
      }
    }
    return Arrays.copyOf(cells, count);
  }

  private static int slot(Hits hits, int i, int middle) {
    int frame = hits.at(i, middle) / COARSE_FRAMES;
    int pitch = (hits.pitch(i) + 128) / (2 * PITCHES);
    return (frame * 31 + pitch) * 0x9E3779B1 >>> Integer.SIZE - TABLE_BITS;
  }

  private static int pitchCell(int pitch) {
    return (pitch + 128) / PITCHES;
  }

  private static long cell(int frames, int pitch) {
    return (long) frames * PITCH_CELLS + pitch;
  }

  private static Place place(long cell, int votes) {
    int frame = (int) (cell / PITCH_CELLS) * FRAMES + FRAMES / 2;
    int pitch = (int) (cell % PITCH_CELLS) * PITCHES - 128 + PITCHES / 2;
    return new Place(frame, pitch, votes);
  }

  private static int around(long[] cells, long cell) {
    int votes = 0;
    for (int frame = -1; frame <= 1; frame++) {
      long first = cell + (long) frame * PITCH_CELLS - 1;
      votes += index(cells, first + 3) - index(cells, first);
    }
    return votes;
  }

  /** The first that is not less. */
  private static int index(long[] cells, long value) {
    int low = 0;
    int high = cells.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<Place> distinct(List<Place> places) {
    List<Place> kept = new ArrayList<>();
    for (Place place : places) {
      boolean known = kept.stream().anyMatch(other -> near(place, other));
      if (!known && kept.size() < MOST) {
        kept.add(place);
      }
    }
    return kept;
  }

  private static boolean near(Place place, Place other) {
    return Math.abs(place.frame - other.frame) <= 2 * FRAMES
        && Math.abs(place.pitch - other.pitch) <= 2 * PITCHES;
  }
}
