package dev.cordon.matcher.decode;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the pool asks of a worker; on the pipe it is followed by the file's bytes.
 *
 * @param task what is wanted
 * @param format what the file claims to be
 * @param size bytes that follow
 */
public record Request(Task task, MediaFormat format, int size) {

  /** What to do with a file. */
  public enum Task {
    FINGERPRINT,
    PREVIEW
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeByte(task.ordinal());
    out.writeByte(format.ordinal());
    out.writeInt(size);
  }

  /** Reads a request; {@link java.io.EOFException} when the pool is gone. */
  public static Request readFrom(DataInputStream in) throws IOException {
    Task task = Task.values()[in.readUnsignedByte()];
    MediaFormat format = MediaFormat.values()[in.readUnsignedByte()];
    return new Request(task, format, in.readInt());
  }
}
