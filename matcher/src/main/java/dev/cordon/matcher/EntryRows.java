package dev.cordon.matcher;

import dev.cordon.matcher.bank.Ulid;
import java.util.Arrays;

/**
 * What a verdict needs to know of each entry, in arrays: 28 bytes a row and 8 to 16 to find a row
 * by its id. Rows of removed entries are used again. Not thread-safe.
 */
final class EntryRows {
  private static final int NONE = -1;
  private static final int MOST_OTHERS = 1 << 30;
  private static final Opinion[] OPINIONS = Opinion.values();

  private long[] high = new long[16];
  private long[] low = new long[16];
  private long[] until = new long[16];
  private short[] bank = new short[16];
  private byte[] opinion = new byte[16];
  private byte[] quality = new byte[16];

  /** Open addressing with linear probing; a power of two, at most half full. */
  private int[] table = emptyTable(64);

  private int[] free = new int[16];
  private int[] perBank = new int[16];
  private int freed;
  private int used;

  int size() {
    return used - freed;
  }

  /** How many entries a bank has. */
  int entries(int bankNumber) {
    return bankNumber < perBank.length ? perBank[bankNumber] : 0;
  }

  /** The row of an entry, or -1. */
  int find(Ulid id) {
    return table[slot(id)];
  }

  /**
   * Sets what is known of an entry.
   *
   * @param bankNumber 0 to 65535
   * @param untilMillis from when on it does not match
   * @return its row, a new one when it had none
   */
  int put(Ulid id, int bankNumber, Opinion opinionOfIt, int qualityOfIt, long untilMillis) {
    int row = find(id);
    if (row == NONE) {
      row = claim(id);
    } else {
      perBank[bank(row)]--;
    }
    count(bankNumber);
    bank[row] = (short) bankNumber;
    opinion[row] = (byte) opinionOfIt.ordinal();
    quality[row] = (byte) qualityOfIt;
    until[row] = untilMillis;
    return row;
  }

  /** Counts entries that have no rows here. */
  void countOthers(int bankNumber, long entries) {
    count(bankNumber);
    perBank[bankNumber] += (int) Math.min(entries - 1, MOST_OTHERS);
  }

  private void count(int bankNumber) {
    if (bankNumber >= perBank.length) {
      perBank = Arrays.copyOf(perBank, Math.max(bankNumber + 1, perBank.length * 2));
    }
    perBank[bankNumber]++;
  }

  private int claim(Ulid id) {
    int row = freed > 0 ? free[--freed] : used++;
    growRows();
    high[row] = id.high();
    low[row] = id.low();
    table[slot(id)] = row;
    if (size() * 2 > table.length) {
      rehash();
    }
    return row;
  }

  Ulid id(int row) {
    return new Ulid(high[row], low[row]);
  }

  int bank(int row) {
    return bank[row] & 0xffff;
  }

  Opinion opinion(int row) {
    return OPINIONS[opinion[row]];
  }

  int quality(int row) {
    return quality[row];
  }

  boolean active(int row, long nowMillis) {
    return nowMillis < until[row];
  }

  /** Frees a row; whatever refers to it must be gone by then. */
  void release(int row) {
    unlink(slot(id(row)));
    perBank[bank(row)]--;
    if (freed == free.length) {
      free = Arrays.copyOf(free, freed * 2);
    }
    free[freed++] = row;
  }

  /** Closes the gap, so that no probe ends before what it looks for. */
  private void unlink(int gap) {
    int mask = table.length - 1;
    table[gap] = NONE;
    for (int slot = gap + 1 & mask; table[slot] != NONE; slot = slot + 1 & mask) {
      int row = table[slot];
      int home = home(high[row], low[row]);
      boolean mayMove = (slot - home & mask) >= (slot - gap & mask);
      if (mayMove) {
        table[gap] = row;
        table[slot] = NONE;
        gap = slot;
      }
    }
  }

  private int slot(Ulid id) {
    int mask = table.length - 1;
    int slot = home(id.high(), id.low());
    while (table[slot] != NONE && !holds(table[slot], id)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean holds(int row, Ulid id) {
    return high[row] == id.high() && low[row] == id.low();
  }

  /** Mixes both halves; ids of one millisecond differ only in the random bits. */
  private int home(long idHigh, long idLow) {
    long mixed = (idHigh * 0x9E3779B97F4A7C15L ^ idLow) * 0xC2B2AE3D27D4EB4FL;
    return (int) (mixed >>> 32) & table.length - 1;
  }

  private void rehash() {
    int[] before = table;
    table = emptyTable(before.length * 2);
    for (int row : before) {
      if (row != NONE) {
        table[slot(id(row))] = row;
      }
    }
  }

  private void growRows() {
    if (used > until.length) {
      int more = until.length + (until.length >> 1);
      high = Arrays.copyOf(high, more);
      low = Arrays.copyOf(low, more);
      until = Arrays.copyOf(until, more);
      bank = Arrays.copyOf(bank, more);
      opinion = Arrays.copyOf(opinion, more);
      quality = Arrays.copyOf(quality, more);
    }
  }

  private static int[] emptyTable(int size) {
    int[] table = new int[size];
    Arrays.fill(table, NONE);
    return table;
  }
}
