package dev.cordon.matcher.video;

import dev.cordon.matcher.local.FeatureBytes;
import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.local.Grey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What is looked for when a film is looked at closely: frames, small and grey, and the local
 * features of some of them. Never kept.
 *
 * <p>As text: Base64 of version 1, the length in hundredths of a second (4 bytes), the picture's
 * width and height (2 each, the longer one 65535), the number of frames (4), and for each its time
 * (4), the columns and rows of its grey picture (1 each) and the values, and its features: as
 * {@link FeatureBytes#write} writes them, then 24 bytes of doubt for each.
 */
public final class VideoQuery {
  /** The signal's type; only queries use it. */
  public static final String TYPE = "VIDEO_QUERY";

  static final int MOST_FRAMES = 1200;
  static final int MOST_FEATURES = 250;
  private static final int VERSION = 1;
  private static final int DOUBTS = 24;
  private static final int UNIT = 65_535;

  final double seconds;
  final double width;
  final double height;
  final Timeline times;
  final List<Grey> pictures;
  final Features features;
  final byte[] doubts;

  /** Where the features of each frame begin; one more than there are frames. */
  final int[] first;

  private VideoQuery(double seconds, double width, double height, List<Frame> frames) {
    this.seconds = seconds;
    this.width = width;
    this.height = height;
    int[] time = frames.stream().mapToInt(Frame::time).toArray();
    times = new Timeline(time, time);
    pictures = frames.stream().map(Frame::picture).toList();
    features = Features.join(frames.stream().map(Frame::features).toList());
    first = new int[frames.size() + 1];
    doubts = new byte[features.size() * DOUBTS];
    int at = 0;
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      System.arraycopy(frame.doubts, 0, doubts, at * DOUBTS, frame.doubts.length);
      first[i] = at;
      at += frame.features.size();
    }
    first[frames.size()] = at;
  }

  /**
   * A frame.
   *
   * @param time in hundredths of a second
   */
  record Frame(int time, Grey picture, Features features, byte[] doubts) {}

  static String format(double seconds, double width, double height, List<Frame> frames) {
    int size = 16;
    for (Frame frame : frames) {
      size += 8 + frame.picture.luma().length;
      size += frame.features.size() * (FeatureBytes.FEATURE_BYTES + DOUBTS);
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.put((byte) VERSION).putInt((int) Math.round(seconds * Timeline.HUNDREDTHS));
    bytes.putShort((short) Math.round(width * UNIT)).putShort((short) Math.round(height * UNIT));
    bytes.putInt(frames.size());
    for (Frame frame : frames) {
      Grey grey = frame.picture;
      bytes.putInt(frame.time).put((byte) grey.width()).put((byte) grey.height());
      bytes.put(grey.luma());
      FeatureBytes.write(frame.features, bytes);
      bytes.put(frame.doubts);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is not of version 1 or damaged
   */
  static VideoQuery parse(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    try {
      if (bytes.get() != VERSION) {
        throw new IllegalArgumentException(TYPE + " is of another version than " + VERSION);
      }
      double seconds = bytes.getInt() / Timeline.HUNDREDTHS;
      double width = Short.toUnsignedInt(bytes.getShort()) / (double) UNIT;
      double height = Short.toUnsignedInt(bytes.getShort()) / (double) UNIT;
      int count = bytes.getInt();
      if (count < 0 || count > MOST_FRAMES) {
        throw new IllegalArgumentException(TYPE + " has " + count + " frames");
      }
      List<Frame> frames = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        frames.add(frame(bytes));
      }
      return new VideoQuery(seconds, width, height, frames);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(TYPE + " is cut off", e);
    }
  }

  private static Frame frame(ByteBuffer bytes) {
    int time = bytes.getInt();
    int columns = Math.max(1, bytes.get() & 0xff);
    int rows = Math.max(1, bytes.get() & 0xff);
    byte[] luma = new byte[columns * rows];
    bytes.get(luma);
    Features features = FeatureBytes.read(bytes, MOST_FEATURES);
    byte[] doubts = new byte[features.size() * DOUBTS];
    bytes.get(doubts);
    return new Frame(time, new Grey(columns, rows, luma), features, doubts);
  }

  /** The frame that a feature belongs to. */
  int frame(int feature) {
    int at = java.util.Arrays.binarySearch(first, feature);
    int frame = at < 0 ? -at - 2 : at;
    while (first[frame + 1] == feature) {
      frame++;
    }
    return frame;
  }
}
