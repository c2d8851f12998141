package dev.cordon.matcher.redis;

/** Where banks live in Redis; one hash tag, so that a change is one atomic script. */
final class BankKeys {
  /** Hash: bank name to its JSON. */
  static final String BANKS = "cordon:{banks}:banks";

  /** Hash: entry id to its JSON. */
  static final String ENTRIES = "cordon:{banks}:entries";

  /** Sorted set: entry ids by the millisecond in which they expire. */
  static final String EXPIRIES = "cordon:{banks}:expiries";

  /** Prefix of the sorted sets of one bank's entry ids, all of score 0. */
  static final String IDS = "cordon:{banks}:ids:";

  /** Number of changes ever made; the second part of every checkpoint. */
  static final String COUNTER = "cordon:{banks}:counter";

  /**
   * When this store was first written to, in milliseconds since 1970; the first part of every
   * checkpoint, so that a store that was emptied is not taken for the old one.
   */
  static final String EPOCH = "cordon:{banks}:epoch";

  /**
   * Stream: one message a change, its id {@code epoch-number} without gaps. It names what changed
   * ({@code entries}: ids with a space between; {@code bank}: a name); how it is now stands in the
   * hashes.
   */
  static final String CHANGES = "cordon:{banks}:changes";

  private BankKeys() {}
}
