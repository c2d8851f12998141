package dev.cordon.matcher.video;

import dev.cordon.matcher.local.Features;
import java.util.Arrays;
import java.util.List;

/**
 * Landmarks of one film: for each shot of some seconds the local features that stay in the picture.
 *
 * @param times when each shot begins and ends
 * @param first where the features of each shot begin; one more than there are shots
 * @param width of the picture, in units of its longer side
 * @param height of the picture, in units of its longer side
 */
record Shots(Timeline times, int[] first, Features features, double width, double height) {

  static Shots none() {
    return new Shots(
        new Timeline(new int[0], new int[0]), new int[1], Features.join(List.of()), 1, 1);
  }

  int size() {
    return times.size();
  }

  /** The landmarks of shots that are at least partly within some seconds. */
  Features between(double from, double to) {
    int begin = 0;
    int end = 0;
    for (int shot = 0; shot < size(); shot++) {
      begin = times.end(shot) <= from ? shot + 1 : begin;
      end = times.start(shot) < to ? shot + 1 : end;
    }
    return end <= begin
        ? Features.join(List.of())
        : features.part(first[begin], first[end] - first[begin]);
  }

  /** The shot that a feature belongs to. */
  int of(int feature) {
    int at = Arrays.binarySearch(first, feature);
    int shot = at < 0 ? -at - 2 : at;
    while (first[shot + 1] == feature) {
      shot++;
    }
    return shot;
  }
}
