package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The files that the sandbox holds, by file id and by download path. Bounded in bytes and in
 * number: the oldest are forgotten first, and then are "temporarily unavailable" as on Telegram.
 * The same bytes held twice count once.
 */
final class Files {
  /** Telegram's own bound on what a bot may fetch. */
  static final long MAX_DOWNLOAD = 20L << 20;

  private static final int MAX_FILES = 20_000;

  /** A file under one of its ids. */
  record Stored(String fileId, String uniqueId, String path, long size, byte[] bytes) {
    ObjectNode json() {
      return Json.object()
          .put("file_id", fileId)
          .put("file_unique_id", uniqueId)
          .put("file_size", size);
    }
  }

  private final long maxBytes;
  private final SplittableRandom random;
  private final Map<String, Stored> byId = new HashMap<>();
  private final Map<String, Stored> byPath = new HashMap<>();
  private final ArrayDeque<Stored> ages = new ArrayDeque<>();
  private final IdentityHashMap<byte[], Integer> holders = new IdentityHashMap<>();
  private long held;
  private long made;

  Files(long maxBytes, long seed) {
    this.maxBytes = maxBytes;
    this.random = new SplittableRandom(seed);
  }

  /** Keeps a new file, with ids of its own even when the bytes are known. */
  synchronized Stored add(String folder, String extension, byte[] bytes, long size) {
    String path = folder + "/file_" + made++ + extension;
    return keep(new Stored(id("AgACAgIAAxk", 36), id("AQAD", 9), path, size, bytes));
  }

  synchronized Optional<Stored> byId(String fileId) {
    return Optional.ofNullable(byId.get(fileId));
  }

  synchronized Optional<Stored> byPath(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** Gives every file in a message new file ids for the same files, as Telegram does. */
  synchronized void realias(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("file_unique_id")) {
      Stored old = byId.get(object.path("file_id").asText());
      if (old != null) {
        String alias = id("AgACAgQAAxk", 36);
        keep(new Stored(alias, old.uniqueId(), old.path(), old.size(), old.bytes()));
        object.put("file_id", alias);
      }
    }
    node.forEach(this::realias);
  }

  synchronized long bytesHeld() {
    return held;
  }

  private Stored keep(Stored file) {
    byId.put(file.fileId(), file);
    byPath.put(file.path(), file);
    ages.add(file);
    if (holders.merge(file.bytes(), 1, Integer::sum) == 1) {
      held += file.bytes().length;
    }
    while (ages.size() > 1 && (held > maxBytes || ages.size() > MAX_FILES)) {
      forget(ages.remove());
    }
    return file;
  }

  private void forget(Stored file) {
    byId.remove(file.fileId());
    byPath.remove(file.path(), file);
    if (holders.merge(file.bytes(), -1, Integer::sum) == 0) {
      holders.remove(file.bytes());
      held -= file.bytes().length;
    }
  }

  private String id(String prefix, int entropy) {
    byte[] bytes = new byte[entropy];
    random.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
