package dev.cordon.matcher.decode.worker;

import dev.cordon.matcher.decode.Answer;
import dev.cordon.matcher.decode.Request;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;

/**
 * The main class of a worker process. Takes requests on standard input and answers on standard
 * output until the input ends.
 */
public final class DecoderWorker {
  private static final int CHUNK = 1 << 16;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final Examiner examiner;
  private final Watchdog watchdog = new Watchdog();
  private final long perItem;

  private DecoderWorker(DataInputStream in, DataOutputStream out, Examiner examiner, long perItem) {
    this.in = in;
    this.out = out;
    this.examiner = examiner;
    this.perItem = perItem;
  }

  /**
   * Runs a worker.
   *
   * @param args the most pixels a picture may have; the milliseconds a file may take
   */
  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, CHUNK));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    System.setOut(System.err); // whatever a plug-in prints must not end up among the answers
    Examiner examiner = Examiner.warm(Long.parseLong(args[0]));
    new DecoderWorker(in, out, examiner, Long.parseLong(args[1])).serve();
  }

  private void serve() throws IOException {
    out.writeByte(Answer.READY);
    out.flush();
    try {
      while (true) {
        handle(Request.readFrom(in));
      }
    } catch (EOFException e) {
      // The pool is gone or does not need this worker any more.
    }
  }

  private void handle(Request request) throws IOException {
    try (BytePointer file = readFile(request.size())) {
      out.writeByte(Answer.BEGUN);
      out.flush();
      watchdog.begin(2 * request.format().patience(perItem, request.size()));
      Answer answer = examiner.examine(request, file);
      watchdog.end();
      answer.writeTo(out);
      out.flush();
    }
  }

  /** The file's bytes in native memory, where OpenCV reads them, with room for an end marker. */
  private BytePointer readFile(int size) throws IOException {
    BytePointer file = new BytePointer(size + Decoder.ROOM);
    byte[] chunk = new byte[CHUNK];
    for (int at = 0; at < size; ) {
      int length = Math.min(chunk.length, size - at);
      in.readFully(chunk, 0, length);
      file.position(at).put(chunk, 0, length);
      at += length;
    }
    return file.position(0).limit(size);
  }
}
