package dev.cordon.matcher.decode.worker;

import dev.cordon.matcher.signal.Depth;
import java.util.Arrays;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** When all frames of a film stand, in seconds of its container's time. */
final class FrameTimes {
  /** More frames than four hours have; those that follow are not shown. */
  private static final int MOST = 1_000_000;

  private final Timetable timetable;
  private double[] times = new double[256];
  private double[] keys = new double[64];
  private int count;
  private int keyCount;

  FrameTimes(AVStream stream) {
    timetable = new Timetable(stream, Set.of(Depth.WHOLE));
  }

  /** Takes note of a packet, in the file's order. */
  void note(AVPacket packet) {
    double time = timetable.seconds(packet);
    if (Double.isNaN(time) || count == MOST) {
      return;
    }
    timetable.note(packet);
    times = with(times, count++, time);
    if (Timetable.isKey(packet)) {
      keys = with(keys, keyCount++, time);
    }
  }

  private static double[] with(double[] all, int at, double value) {
    double[] room = at == all.length ? Arrays.copyOf(all, 2 * at) : all;
    room[at] = value;
    return room;
  }

  /** To be called once, after the last packet. */
  void sort() {
    Arrays.sort(times, 0, count);
    Arrays.sort(keys, 0, keyCount);
  }

  boolean isEmpty() {
    return count == 0;
  }

  double seconds(AVPacket packet) {
    return timetable.seconds(packet);
  }

  /**
   * What is to be decoded to see a frame.
   *
   * @param key when the key frame stands that it builds on
   * @param time when it stands
   * @param frames how many have to be decoded
   */
  record Way(double key, double time, int frames) {}

  /** The way to what the film shows some seconds after it begins. */
  Way at(double seconds) {
    int frame = floor(times, count, timetable.start() + seconds);
    double time = times[frame];
    double key = keyCount == 0 ? times[0] : Math.min(time, keys[floor(keys, keyCount, time)]);
    return new Way(key, time, frame - floor(times, count, key) + 1);
  }

  /** The way to what it shows when a share of it, 0 to 1, is over. */
  Way atShare(double share) {
    return at(share * timetable.length());
  }

  /** The last of some times that is not after one, or the first. */
  private static int floor(double[] sorted, int count, double time) {
    int at = Arrays.binarySearch(sorted, 0, count, time);
    return Math.max(0, at < 0 ? -at - 2 : at);
  }
}
