package dev.cordon.adapters.telegram.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what calls of bots did. "Effective" changed something; "repeated" asked for what was so
 * already, which a bot that does each thing once never does.
 */
public final class Journal {
  private final LongAdder deletions = new LongAdder();
  private final LongAdder repeatedDeletions = new LongAdder();
  private final LongAdder bans = new LongAdder();
  private final LongAdder repeatedBans = new LongAdder();
  private final LongAdder downloads = new LongAdder();
  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

  Journal() {}

  /** Messages that bots removed. */
  public long deletions() {
    return deletions.sum();
  }

  /** Times that a bot asked to remove a message that was gone. */
  public long repeatedDeletions() {
    return repeatedDeletions.sum();
  }

  /** Accounts and sender chats that bots banned. */
  public long bans() {
    return bans.sum();
  }

  /** Times that a bot banned who was banned already. */
  public long repeatedBans() {
    return repeatedBans.sum();
  }

  /** Files fetched. */
  public long downloads() {
    return downloads.sum();
  }

  /** Calls of a method that arrived, failed ones too. */
  public long calls(String method) {
    return count(calls, method);
  }

  /** Calls by method. */
  public Map<String, Long> calls() {
    return all(calls);
  }

  /** Answers other than success, by {@code method: description}. */
  public Map<String, Long> errors() {
    return all(errors);
  }

  void called(String method) {
    calls.computeIfAbsent(method, m -> new LongAdder()).increment();
  }

  void failed(String method, String description) {
    errors.computeIfAbsent(method + ": " + description, m -> new LongAdder()).increment();
  }

  void deleted(boolean effective) {
    (effective ? deletions : repeatedDeletions).increment();
  }

  void banned(boolean effective) {
    (effective ? bans : repeatedBans).increment();
  }

  void downloaded() {
    downloads.increment();
  }

  private static long count(Map<String, LongAdder> counts, String key) {
    LongAdder adder = counts.get(key);
    return adder == null ? 0 : adder.sum();
  }

  private static Map<String, Long> all(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((key, adder) -> sums.put(key, adder.sum()));
    return sums;
  }
}
