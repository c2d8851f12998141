package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.Media;
import dev.cordon.bots.evaluate.edits.Edit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Short digests that tell whether an evaluation is about the same things as one before. */
final class Fingerprints {
  private static final int BYTES = 6;

  private Fingerprints() {}

  static String ofEdits(List<Edit> edits) {
    return edits.size() + " " + digest(edits.stream().map(e -> e.name() + ": " + e.parameters()));
  }

  /** Of names and signals: another version of a signal type gives another digest. */
  static String ofMedia(Collection<Media> media) {
    return media.size() + " " + digest(media.stream().map(m -> m.name() + m.signals()).sorted());
  }

  private static String digest(Stream<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
