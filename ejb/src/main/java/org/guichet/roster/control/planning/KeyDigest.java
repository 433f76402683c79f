package org.guichet.roster.control.planning;

/** 64 bits of a key of {@link PersonKeys}: enough for one organisation's people. */
public final class KeyDigest {
  private KeyDigest() {}

  /** FNV-1a over the characters, stirred; never 0. Kept in tables: it must not change. */
  public static long of(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
