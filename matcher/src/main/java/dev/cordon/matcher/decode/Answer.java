package dev.cordon.matcher.decode;

import dev.cordon.matcher.Signal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a worker says of one file, and how it is written on the pipe.
 *
 * <p>The talk: the worker writes {@link #READY} once; then, again and again, the pool writes a
 * {@link Request} and the worker {@link #BEGUN} when it has all the bytes, and an answer. Numbers
 * are big-endian.
 *
 * @param signals what it computed
 * @param png a preview or a rendering, when that was asked for and could be made
 * @param problem why something is missing, in one line
 */
public record Answer(List<Signal> signals, Optional<byte[]> png, Optional<String> problem) {
  /** Sent once, when the worker can take requests. */
  public static final int READY = 'R';

  /** Sent when a request has been read and decoding begins. */
  public static final int BEGUN = 'B';

  private static final int MAX_SIGNALS = 10_000;
  private static final int MAX_BYTES = 16 << 20;

  /** That it could not be done. */
  public static Answer problem(String problem) {
    return new Answer(List.of(), Optional.empty(), Optional.of(problem));
  }

  public void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(signals.size());
    for (Signal signal : signals) {
      writeBytes(out, signal.type().getBytes(StandardCharsets.UTF_8));
      writeBytes(out, signal.value().getBytes(StandardCharsets.UTF_8));
      out.writeByte(signal.quality());
    }
    writeBytes(out, png.orElse(new byte[0]));
    writeBytes(out, problem.orElse("").getBytes(StandardCharsets.UTF_8));
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads an answer from a worker that is not trusted.
   *
   * @throws IOException when the worker is gone or what it wrote is not an answer
   */
  static Answer readFrom(DataInputStream in) throws IOException {
    List<Signal> signals = new ArrayList<>();
    int count = bounded(in.readInt(), MAX_SIGNALS);
    for (int i = 0; i < count; i++) {
      signals.add(readSignal(in));
    }
    byte[] png = readBytes(in);
    String problem = readText(in);
    return new Answer(
        signals,
        Optional.of(png).filter(bytes -> bytes.length > 0),
        Optional.of(problem).filter(text -> !text.isEmpty()));
  }

  private static Signal readSignal(DataInputStream in) throws IOException {
    String type = readText(in);
    String value = readText(in);
    int quality = in.readUnsignedByte();
    if (quality > 100 || type.equals(Signal.SHA256) || type.equals(Signal.MD5)) {
      throw new IOException("A worker may not answer a signal " + type + " of quality " + quality);
    }
    return new Signal(type, value, quality);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[bounded(in.readInt(), MAX_BYTES)];
    in.readFully(bytes);
    return bytes;
  }

  private static int bounded(int length, int bound) throws IOException {
    if (length < 0 || length > bound) {
      throw new IOException("A worker announced " + length + ", the bound is " + bound);
    }
    return length;
  }
}
