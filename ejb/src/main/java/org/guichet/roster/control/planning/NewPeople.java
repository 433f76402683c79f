package org.guichet.roster.control.planning;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.guichet.roster.entity.RowRef;

/**
 * Whom the rows of a plan make: the same each time that one asks. Ids of one plan stand in the
 * order of its lines, one behind the other, so that all tables that have people in their keys grow
 * at one place.
 */
public final class NewPeople {
  private static final long CUSTOM_VERSION = 0x8000L; // RFC 9562: version 8, of no other form
  private static final long VERSION_BITS = 0xF000L;
  private static final int FILE_BITS = 12;
  private static final int LINE_BITS = 34;
  private static final long PLACE = (1L << (FILE_BITS + LINE_BITS)) - 1;

  private final long high;
  private final long low;

  /** 76 bits tell one plan's people from another's. */
  public NewPeople(UUID plan) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(plan.getMostSignificantBits()).putLong(plan.getLeastSignificantBits());
    UUID digest = UUID.nameUUIDFromBytes(bytes.array());
    high = (digest.getMostSignificantBits() & ~VERSION_BITS) | CUSTOM_VERSION;
    low = digest.getLeastSignificantBits() & ~PLACE;
  }

  /** Whom a row of a file makes. */
  public UUID of(RowRef ref) {
    if (ref.file() >>> FILE_BITS != 0 || ref.line() >>> LINE_BITS != 0) {
      throw new IllegalArgumentException("There is no such row: " + ref);
    }
    return new UUID(high, low | ((long) ref.file() << LINE_BITS) | ref.line());
  }
}
