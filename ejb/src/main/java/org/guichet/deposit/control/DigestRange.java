package org.guichet.deposit.control;

import java.util.HexFormat;
import org.guichet.platform.entity.Sha256;

/**
 * Digests in hexadecimal from one on and before another, as a database compares them: digits come
 * before letters in every collation.
 */
public record DigestRange(String from, String to) {
  private static final int LAST = 0xff;

  /** Those that begin with this byte. */
  public static DigestRange of(int share) {
    HexFormat hex = HexFormat.of();
    return new DigestRange(
        hex.toHexDigits((byte) share), share == LAST ? "g" : hex.toHexDigits((byte) (share + 1)));
  }

  /** Just this one. */
  public static DigestRange only(Sha256 digest) {
    return new DigestRange(digest.hex(), digest.hex() + "0");
  }
}
