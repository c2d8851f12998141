package dev.cordon.bots.redis;

import dev.cordon.bots.Json;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.ledger.LedgerEntry;
import io.lettuce.core.StreamMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** How an entry of the ledger is written and what its hash covers. */
final class LedgerCodec {
  static final String FIRST = "0".repeat(64);
  static final List<String> FIELDS =
      List.of("at", "key", "kind", "subject", "body", "previous", "hash");

  private LedgerCodec() {}

  /** The values of {@link #FIELDS} of an entry that does not have its place in the chain yet. */
  static List<String> chained(Draft draft, long sequence, String previous) {
    String hash =
        hash(
            List.of(
                Long.toString(sequence),
                draft.at,
                draft.key,
                draft.kind.name(),
                draft.subject,
                draft.body,
                previous));
    return List.of(
        draft.at, draft.key, draft.kind.name(), draft.subject, draft.body, previous, hash);
  }

  /**
   * The hash that the stored fields of an entry must have: SHA-256 over sequence, time, key, kind,
   * subject, body text and previous hash, each as {@code <bytes of UTF-8>:<text>,}.
   */
  static String expectedHash(StreamMessage<String, String> stored) {
    Map<String, String> body = stored.getBody();
    return hash(
        List.of(
            Long.toString(sequence(stored)),
            body.getOrDefault("at", ""),
            body.getOrDefault("key", ""),
            body.getOrDefault("kind", ""),
            body.getOrDefault("subject", ""),
            body.getOrDefault("body", ""),
            body.getOrDefault("previous", "")));
  }

  static LedgerEntry entry(StreamMessage<String, String> stored) {
    Map<String, String> body = stored.getBody();
    List<String> values = FIELDS.stream().map(name -> body.getOrDefault(name, "")).toList();
    return entry(sequence(stored), values);
  }

  static LedgerEntry entry(long sequence, List<String> values) {
    return new LedgerEntry(
        sequence,
        Instant.parse(values.get(0)),
        values.get(1),
        Ledger.Kind.valueOf(values.get(2)),
        values.get(3),
        Json.read(values.get(4), com.fasterxml.jackson.databind.JsonNode.class),
        values.get(5),
        values.get(6));
  }

  static long sequence(StreamMessage<String, String> stored) {
    return Long.parseLong(stored.getId().substring(0, stored.getId().indexOf('-')));
  }

  static String id(long sequence) {
    return sequence + "-0";
  }

  private static String hash(List<String> values) {
    MessageDigest digest = sha256();
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
      digest.update((byte) ',');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** What is to be appended. */
  record Draft(String at, String key, Ledger.Kind kind, String subject, String body) {}
}
