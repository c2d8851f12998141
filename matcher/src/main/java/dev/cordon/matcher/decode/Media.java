package dev.cordon.matcher.decode;

import dev.cordon.matcher.Signal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file being read once, from front to back, its digests computed on the way when wanted. */
final class Media implements Closeable {
  private static final int CHUNK = 1 << 16;

  private final Map<String, MessageDigest> digests = new LinkedHashMap<>();
  private final InputStream in;
  private final byte[] head;
  private final long size;

  private Media(InputStream in, byte[] head, long size, boolean digested) {
    if (digested) {
      digests.put(Signal.SHA256, digest("SHA-256"));
      digests.put(Signal.MD5, digest("MD5"));
    }
    this.in = in;
    this.head = head;
    this.size = size;
  }

  static Media open(Path file, boolean digested) throws IOException {
    long size = Files.size(file);
    InputStream in = Files.newInputStream(file);
    try {
      return new Media(in, in.readNBytes(MediaFormat.HEAD), size, digested);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Why it is not worth a decoder's time; empty when it is. */
  Optional<String> refusal(long maxBytes) {
    if (head.length == 0) {
      return Optional.of("the file is empty");
    } else if (MediaFormat.of(head).isEmpty()) {
      return Optional.of(MediaFormat.refusal(head));
    } else if (size > maxBytes) {
      return Optional.of("the file has " + size + " bytes, more than the limit of " + maxBytes);
    }
    return Optional.empty();
  }

  MediaFormat format() {
    return MediaFormat.of(head).orElseThrow();
  }

  /** Its size in bytes when it was opened. */
  int size() {
    return Math.toIntExact(size);
  }

  /**
   * Reads it to the end and passes on {@link #size()} bytes, zeros when it has become shorter. When
   * the receiver fails the rest is read all the same.
   *
   * @return whether all of it was passed on
   */
  boolean copyTo(OutputStream out) throws IOException {
    Passage passage = new Passage(out, size);
    byte[] chunk = new byte[CHUNK];
    update(head, head.length);
    passage.pass(head, head.length);
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      update(chunk, read);
      passage.pass(chunk, read);
    }
    return passage.finish();
  }

  private void update(byte[] bytes, int length) {
    digests.values().forEach(digest -> digest.update(bytes, 0, length));
  }

  /** The digests of what was read, SHA256 first; once. */
  List<Signal> digests() {
    HexFormat hex = HexFormat.of();
    return digests.entrySet().stream()
        .map(entry -> Signal.exact(entry.getKey(), hex.formatHex(entry.getValue().digest())))
        .toList();
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A receiver that must get an exact number of bytes and may die. */
  private static final class Passage {
    private final OutputStream out;
    private long missing;
    private boolean broken;

    Passage(OutputStream out, long size) {
      this.out = out;
      this.missing = size;
    }

    void pass(byte[] bytes, int length) {
      int passed = (int) Math.min(length, missing);
      missing -= passed;
      if (!broken) {
        try {
          out.write(bytes, 0, passed);
        } catch (IOException e) {
          broken = true;
        }
      }
    }

    boolean finish() {
      byte[] zeros = new byte[CHUNK];
      while (missing > 0 && !broken) {
        pass(zeros, zeros.length);
      }
      try {
        out.flush();
      } catch (IOException e) {
        broken = true;
      }
      return !broken;
    }
  }
}
