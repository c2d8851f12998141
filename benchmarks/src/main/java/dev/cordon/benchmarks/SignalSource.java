package dev.cordon.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;

/** Where a benchmark's 256-bit signals come from. */
public enum SignalSource {
  /** Every bit by the toss of a coin. */
  RANDOM {
    @Override
    Signals open(Random random) {
      return () ->
          new long[] {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
    }
  },

  /**
   * As crowded as PDQ hashes of real pictures are: each quarter (four rows of the 16 by 16 bits) is
   * taken whole from the hash of a real picture, so that values that are frequent there are
   * frequent here, and then some bits are changed.
   */
  PICTURES {
    @Override
    Signals open(Random random) {
      long[] hashes = load();
      return () -> splice(hashes, random);
    }
  };

  private static final String HASHES = "pdq-of-pictures.bin";
  private static final int CHANGED_BITS = 6;

  /** An endless supply of signals. */
  @FunctionalInterface
  interface Signals {
    /** A new signal, four longs. */
    long[] next();
  }

  abstract Signals open(Random random);

  /** A copy with up to so many bits changed, as a re-encoded picture's. */
  static long[] noisy(long[] signal, int bits, Random random) {
    long[] noisy = signal.clone();
    for (int i = 0; i < bits; i++) {
      int bit = random.nextInt(256);
      noisy[bit >>> 6] ^= 1L << bit;
    }
    return noisy;
  }

  private static long[] splice(long[] hashes, Random random) {
    long[] signal = new long[4];
    for (int quarter = 0; quarter < 4; quarter++) {
      signal[quarter] = hashes[random.nextInt(hashes.length / 4) * 4 + quarter];
    }
    return noisy(signal, CHANGED_BITS, random);
  }

  private static long[] load() {
    try (InputStream in = SignalSource.class.getResourceAsStream(HASHES)) {
      if (in == null) {
        throw new IllegalStateException(HASHES + " is not on the class path");
      }
      byte[] bytes = in.readAllBytes();
      long[] hashes = new long[bytes.length / Long.BYTES];
      ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
      return hashes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
