package dev.cordon.matcher.decode;

import dev.cordon.matcher.signal.Depth;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the pool asks of a worker; on the pipe it is followed by the file's bytes.
 *
 * @param task what is wanted
 * @param depths of the fingerprints that are wanted
 * @param moments in hundredths of a second: of a film, which frames to show, at most {@link
 *     Fingerprinter#MOST_FRAMES}; of sound, from when to when; empty for whatever tells most
 * @param format what the file claims to be
 * @param size bytes that follow
 */
public record Request(
    Task task, Set<Depth> depths, List<Integer> moments, MediaFormat format, int size) {
  public Request {
    moments = List.copyOf(moments);
    if (moments.size() > Fingerprinter.MOST_FRAMES) {
      throw new IllegalArgumentException(
          "moments must be at most " + Fingerprinter.MOST_FRAMES + ", were " + moments.size());
    }
  }

  /** A request for what does not depend on moments. */
  public Request(Task task, Set<Depth> depths, MediaFormat format, int size) {
    this(task, depths, List.of(), format, size);
  }

  /** What to do with a file. */
  public enum Task {
    FINGERPRINT,
    /** Grey and blurred, for people. */
    PREVIEW,
    /** As it is, for people. */
    RENDERING,
    /** Sound, for people. */
    SPECTROGRAM
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeByte(task.ordinal());
    out.writeByte(depths.stream().mapToInt(depth -> 1 << depth.ordinal()).sum());
    out.writeByte(moments.size());
    for (int moment : moments) {
      out.writeInt(moment);
    }
    out.writeByte(format.ordinal());
    out.writeInt(size);
  }

  /** Reads a request; {@link java.io.EOFException} when the pool is gone. */
  public static Request readFrom(DataInputStream in) throws IOException {
    Task task = Task.values()[in.readUnsignedByte()];
    Set<Depth> depths = depths(in.readUnsignedByte());
    List<Integer> moments = moments(in);
    MediaFormat format = MediaFormat.values()[in.readUnsignedByte()];
    return new Request(task, depths, moments, format, in.readInt());
  }

  private static List<Integer> moments(DataInputStream in) throws IOException {
    int count = in.readUnsignedByte();
    List<Integer> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(in.readInt());
    }
    return moments;
  }

  private static Set<Depth> depths(int bits) {
    return Arrays.stream(Depth.values())
        .filter(depth -> (bits & 1 << depth.ordinal()) != 0)
        .collect(Collectors.toUnmodifiableSet());
  }
}
