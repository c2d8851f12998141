package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import dev.cordon.matcher.signal.Depth;
import java.util.Arrays;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * When the key frames of a film stand, from a look at its packets, and which of the frames between
 * them are worth decoding: all when that is cheap, else those that follow a key frame.
 */
final class Timetable {
  /** What a look at a film may cost: pixels decoded at all, and a second of film. */
  private static final double QUERY_PIXELS = 60e6;

  private static final double QUERY_PIXELS_A_SECOND = 4e6;

  /** The second look is at fewer frames, each of them closely. */
  private static final double CLOSELY = 0.5;

  /** An entry is looked at once and compared with everything. */
  private static final double ENTRY_PIXELS = 3e9;

  private static final double ENTRY_PIXELS_A_SECOND = 30e6;

  /** Seconds without a key frame that are not left out whatever they cost. */
  private static final double LONGEST_GAP = 12;

  /** Key frames that follow the one before sooner, in seconds, are left out when all is dear. */
  private static final double SHORTEST_GAP = 0.45;

  private final double timeBase;
  private final long pixels;
  private final boolean entry;
  private final boolean closely;
  private double[] keys = new double[64];
  private int count;
  private long frames;
  private double start = Double.NaN;
  private double end;

  /**
   * @param depths what is wanted: {@link Depth#KEPT} for an entry of a bank
   */
  Timetable(AVStream stream, Set<Depth> depths) {
    this.timeBase = av_q2d(stream.time_base());
    this.pixels = (long) stream.codecpar().width() * stream.codecpar().height();
    this.entry = depths.equals(Depth.KEPT);
    this.closely = !depths.contains(Depth.WHOLE);
  }

  /** Takes note of a packet, in the file's order. */
  void note(AVPacket packet) {
    double time = seconds(packet);
    if (Double.isNaN(time)) {
      return;
    }
    start = Double.isNaN(start) ? time : Math.min(start, time);
    end = Math.max(end, time + Math.max(0, packet.duration()) * timeBase);
    frames++;
    if (isKey(packet)) {
      keys = count == keys.length ? Arrays.copyOf(keys, 2 * count) : keys;
      keys[count++] = time;
    }
  }

  static boolean isKey(AVPacket packet) {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  /** When a packet's frame stands in the container's time; not a number when it does not say. */
  double seconds(AVPacket packet) {
    long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    return time == AV_NOPTS_VALUE ? Double.NaN : time * timeBase;
  }

  /** Whether the film is to be an entry of a bank. */
  boolean isOfEntry() {
    return entry;
  }

  long frames() {
    return frames;
  }

  /** When the first frame stands. */
  double start() {
    return Double.isNaN(start) ? 0 : start;
  }

  /** How long the film is. */
  double length() {
    return Math.max(0, end - start());
  }

  /** Which packets to decode. */
  Plan plan() {
    double base = entry ? ENTRY_PIXELS : QUERY_PIXELS;
    double each = entry ? ENTRY_PIXELS_A_SECOND : QUERY_PIXELS_A_SECOND;
    double worth = (base + each * length()) * (closely ? CLOSELY : 1);
    double share = worth / Math.max(1, (double) frames * pixels);
    Arrays.sort(keys, 0, count);
    return new Plan(share);
  }

  /** Chooses packets, in the file's order. */
  final class Plan {
    private final double share;
    private double until = Double.NEGATIVE_INFINITY;
    private double key = Double.NEGATIVE_INFINITY;

    private Plan(double share) {
      this.share = share;
    }

    /** Whether most frames are left out. */
    boolean isSparse() {
      return share < 1;
    }

    /** Whether a packet is to be decoded. */
    boolean wants(AVPacket packet) {
      double time = seconds(packet);
      if (!isSparse() || Double.isNaN(time)) {
        return true;
      } else if (!isKey(packet)) {
        return time <= until;
      } else if (time - key < SHORTEST_GAP) {
        until = Double.NEGATIVE_INFINITY;
        return false;
      }
      key = time;
      double gap = next(time) - time;
      until = gap > LONGEST_GAP ? Double.POSITIVE_INFINITY : time + share * gap;
      return true;
    }

    private double next(double time) {
      int at = Arrays.binarySearch(keys, 0, count, Math.nextUp(time));
      int following = at < 0 ? -at - 1 : at;
      return following < count ? keys[following] : end;
    }
  }
}
