package dev.cordon.bots.demo;

import dev.cordon.adapters.telegram.sandbox.Message;

/**
 * One message of the demo and what should become of it.
 *
 * @param what a few words for the reader
 */
record Posting(Message message, String what, Fate fate) {

  /** What policy asks for. */
  enum Fate {
    /** Clean: nobody touches it. */
    LEFT_ALONE("left alone"),
    /** Violating: it goes, and people are told. */
    REMOVED("removed"),
    /** Violating through another item of its album: it goes with that one. */
    GOES_ALONG("removed with its album"),
    /** Doubtful: it stays, and people are told. */
    ESCALATED("escalated");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean violating() {
      return this == REMOVED || this == GOES_ALONG;
    }
  }
}
