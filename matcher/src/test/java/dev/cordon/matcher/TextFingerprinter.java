package dev.cordon.matcher;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.signal.Depth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands in for decoding where a test is not about pictures: digests are real, each line {@code
 * TYPE value quality} of the file is a signal, and a file without any is one that cannot be
 * decoded.
 */
public final class TextFingerprinter implements Fingerprinter {
  @Override
  public CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths) {
    byte[] bytes = read(media);
    List<Signal> signals = new ArrayList<>();
    signals.add(Signal.exact(Signal.SHA256, digest("SHA-256", bytes)));
    signals.add(Signal.exact(Signal.MD5, digest("MD5", bytes)));
    new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length == 3)
        .map(words -> new Signal(words[0], words[1], Integer.parseInt(words[2])))
        .forEach(signals::add);
    Optional<String> problem =
        signals.size() > 2 ? Optional.empty() : Optional.of("not a picture that can be decoded");
    return CompletableFuture.completedFuture(new Hashes(signals, problem));
  }

  @Override
  public CompletionStage<Optional<byte[]>> preview(Path media) {
    byte[] bytes = read(media);
    return CompletableFuture.completedFuture(
        bytes.length == 0
            ? Optional.empty()
            : Optional.of(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
  }

  @Override
  public void close() {}

  public static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(Path media) {
    try {
      return Files.readAllBytes(media);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
