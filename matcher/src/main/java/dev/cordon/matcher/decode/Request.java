package dev.cordon.matcher.decode;

import dev.cordon.matcher.signal.Depth;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the pool asks of a worker; on the pipe it is followed by the file's bytes.
 *
 * @param task what is wanted
 * @param depths of the fingerprints that are wanted
 * @param format what the file claims to be
 * @param size bytes that follow
 */
public record Request(Task task, Set<Depth> depths, MediaFormat format, int size) {

  /** What to do with a file. */
  public enum Task {
    FINGERPRINT,
    PREVIEW,
    RENDERING
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeByte(task.ordinal());
    out.writeByte(depths.stream().mapToInt(depth -> 1 << depth.ordinal()).sum());
    out.writeByte(format.ordinal());
    out.writeInt(size);
  }

  /** Reads a request; {@link java.io.EOFException} when the pool is gone. */
  public static Request readFrom(DataInputStream in) throws IOException {
    Task task = Task.values()[in.readUnsignedByte()];
    Set<Depth> depths = depths(in.readUnsignedByte());
    MediaFormat format = MediaFormat.values()[in.readUnsignedByte()];
    return new Request(task, depths, format, in.readInt());
  }

  private static Set<Depth> depths(int bits) {
    return Arrays.stream(Depth.values())
        .filter(depth -> (bits & 1 << depth.ordinal()) != 0)
        .collect(Collectors.toUnmodifiableSet());
  }
}
