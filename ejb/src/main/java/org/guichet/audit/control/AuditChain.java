package org.guichet.audit.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.ChainHead;
import org.guichet.audit.entity.Verification;
import org.guichet.audit.entity.Verification.Broken;
import org.guichet.audit.entity.Verification.Fault;
import org.guichet.platform.entity.Sha256;

/**
 * The chain: the hash of an entry is SHA-256 over the hash before it (32 bytes), its position (8
 * bytes) and its canonical form, which is each field as its length in bytes (4 bytes, -1 for none)
 * and its UTF-8.
 */
public final class AuditChain {
  private AuditChain() {}

  /** Where an entry would stand when it came after {@code before}. */
  public static ChainHead next(ChainHead before, AuditRecord entry) {
    long position = before.position() + 1;
    return new ChainHead(position, hash(before.hash(), position, entry));
  }

  private static Sha256 hash(Sha256 before, long position, AuditRecord entry) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(HexFormat.of().parseHex(before.hex()));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    for (String field : entry.canonical()) {
      byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
      int length = field == null ? -1 : bytes.length;
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
      digest.update(bytes);
    }
    return Sha256.endOf(digest);
  }

  /**
   * What is wrong with the entry that follows {@code before}; empty when nothing is.
   *
   * @param found it and those after it, in the order of the chain
   */
  public static Optional<Verification> fault(ChainHead before, List<AuditRecord> found) {
    AuditRecord entry = found.get(0);
    long position = before.position() + 1;
    if (entry.position() != position) {
      return Optional.of(new Broken(position, Optional.empty(), Fault.MISSING));
    }
    if (fits(entry, before)) {
      return Optional.empty();
    }
    Optional<AuditRecord> right =
        found.stream().skip(1).filter(other -> fits(other, before)).findFirst();
    Fault fault = right.map(r -> displaced(before, r, found)).orElse(Fault.CHANGED);
    return Optional.of(new Broken(position, Optional.of(entry.id()), fault));
  }

  /** The right entry lies elsewhere: was it swapped with this one, or is this one a stranger? */
  private static Fault displaced(ChainHead before, AuditRecord right, List<AuditRecord> found) {
    AuditRecord entry = found.get(0);
    ChainHead afterRight = next(before, right);
    boolean sealedSomewhere =
        found.stream()
            .filter(other -> other.position() < right.position())
            .flatMap(other -> other.hash().stream().map(h -> place(right.position() - 1, h)))
            .anyMatch(place -> fits(entry, place));
    return fits(entry, afterRight) || sealedSomewhere ? Fault.REORDERED : Fault.INSERTED;
  }

  private static ChainHead place(long position, Sha256 hash) {
    return new ChainHead(position, hash);
  }

  private static boolean fits(AuditRecord entry, ChainHead before) {
    return entry.hash().equals(Optional.of(next(before, entry).hash()));
  }
}
