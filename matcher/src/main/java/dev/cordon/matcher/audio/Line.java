package dev.cordon.matcher.audio;

/**
 * How a query lies on an entry: its frame {@code t} is the entry's frame {@code start + speed * t}.
 *
 * @param pitch how much lower the entry is, in 1/256 octaves
 */
record Line(double start, double speed, double pitch) {

  double at(double frame) {
    return start + speed * frame;
  }

  /** The frame of the query that a frame of the entry is. */
  double back(double entryFrame) {
    return (entryFrame - start) / speed;
  }

  Line moved(double frames) {
    return new Line(start + frames, speed, pitch);
  }

  /** Turned about a frame of the query. */
  Line withSpeed(double other, double about) {
    return new Line(at(about) - other * about, other, pitch);
  }
}
