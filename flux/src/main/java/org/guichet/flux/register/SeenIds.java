package org.guichet.flux.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers ids of any length in 20 bytes each, and under which certification they were met: an
 * open-addressing table of 128-bit digests, so that 200,000 ids take some 10 MB. Two different ids
 * with one digest would need about 10^19 ids, or somebody who breaks SHA-256.
 */
final class SeenIds {
  /** No certification has this number. */
  static final int NONE = 0;

  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] high = new long[FIRST_CAPACITY];
  private long[] low = new long[FIRST_CAPACITY];
  private int[] certifications = new int[FIRST_CAPACITY];
  private int size;

  /** The first half of the SHA-256 of an id. */
  record Key(long high, long low) {}

  static Key key(String id) {
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8)));
      return new Key(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** {@link #NONE} when the id wasn't met. */
  int certificationOf(Key key) {
    return certifications[slot(key)];
  }

  /**
   * The id was met; what was remembered of it before is forgotten.
   *
   * @param certification its number, from 1
   */
  void put(Key key, int certification) {
    int slot = slot(key);
    if (certifications[slot] == NONE) {
      size++;
    }
    high[slot] = key.high;
    low[slot] = key.low;
    certifications[slot] = certification;
    if (size > certifications.length / 4 * 3) {
      grow();
    }
  }

  /** How many ids were met. */
  int size() {
    return size;
  }

  private int slot(Key key) {
    int mask = certifications.length - 1;
    int slot = (int) key.low & mask;
    while (certifications[slot] != NONE && (high[slot] != key.high || low[slot] != key.low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] old = certifications;
    high = new long[old.length * 2];
    low = new long[old.length * 2];
    certifications = new int[old.length * 2];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != NONE) {
        int slot = slot(new Key(oldHigh[i], oldLow[i]));
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        certifications[slot] = old[i];
      }
    }
  }
}
