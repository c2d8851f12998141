package dev.cordon.matcher.http;

import dev.cordon.matcher.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The exact signals of a file that is too large to be sent. */
final class Digests {
  private static final int CHUNK = 1 << 16;

  private Digests() {}

  static List<Signal> of(Path media) throws IOException {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest md5 = digest("MD5");
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(media)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        sha256.update(chunk, 0, read);
        md5.update(chunk, 0, read);
      }
    }
    return List.of(
        Signal.exact(Signal.SHA256, HexFormat.of().formatHex(sha256.digest())),
        Signal.exact(Signal.MD5, HexFormat.of().formatHex(md5.digest())));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
