package org.guichet.roster.control.planning;

/**
 * Remembers for each key which row had it first, and whether others had it too, in 13 bytes a key:
 * an open-addressing table of 64-bit digests.
 */
final class KeyTable {
  /** No row has this number. */
  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] digests = new long[FIRST_CAPACITY];
  private int[] rows = new int[FIRST_CAPACITY];
  private boolean[] several = new boolean[FIRST_CAPACITY];
  private int size;

  /** A row has the key; saying so twice is no matter. */
  void put(String key, int row) {
    long digest = KeyDigest.of(key);
    int slot = slot(digest);
    if (digests[slot] == 0) {
      digests[slot] = digest;
      rows[slot] = row;
      size++;
      if (size > digests.length / 4 * 3) {
        grow();
      }
    } else if (rows[slot] != row) {
      several[slot] = true;
    }
  }

  /** The first row that has it, or {@link #NONE}. */
  int first(String key) {
    int slot = slot(KeyDigest.of(key));
    return digests[slot] == 0 ? NONE : rows[slot];
  }

  /** Whether more than one row has it. */
  boolean hasSeveral(String key) {
    return several[slot(KeyDigest.of(key))];
  }

  private int slot(long digest) {
    int mask = digests.length - 1;
    int slot = (int) (digest ^ (digest >>> 32)) & mask;
    while (digests[slot] != 0 && digests[slot] != digest) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldDigests = digests;
    int[] oldRows = rows;
    boolean[] oldSeveral = several;
    digests = new long[oldDigests.length * 2];
    rows = new int[oldDigests.length * 2];
    several = new boolean[oldDigests.length * 2];
    for (int i = 0; i < oldDigests.length; i++) {
      if (oldDigests[i] != 0) {
        int slot = slot(oldDigests[i]);
        digests[slot] = oldDigests[i];
        rows[slot] = oldRows[i];
        several[slot] = oldSeveral[i];
      }
    }
  }
}
