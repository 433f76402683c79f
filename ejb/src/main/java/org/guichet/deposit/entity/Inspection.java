package org.guichet.deposit.entity;

import java.util.Objects;
import org.guichet.flux.FluxHeader;
import org.guichet.organisation.entity.OrganisationView;
import org.jspecify.annotations.Nullable;

/**
 * What a reading of a file found out.
 *
 * @param passages how many were read
 * @param certifier that the file names, where it is known here
 * @param refusal why the file is refused as a whole; null when it is taken
 * @param conclusive whether the verdicts on the batches stand as they were given, so that nothing
 *     needs to be judged again at the end
 * @param identitySkipped whether the certifier wants holders looked up, and has no register
 * @param reading what was found out beside the passages
 */
public record Inspection(
    FluxHeader header,
    int passages,
    @Nullable OrganisationView certifier,
    @Nullable Refusal refusal,
    boolean conclusive,
    boolean identitySkipped,
    Reading reading) {

  /** One whose holders nobody wanted looked up, and of which nothing else is told. */
  public Inspection(
      FluxHeader header,
      int passages,
      @Nullable OrganisationView certifier,
      @Nullable Refusal refusal,
      boolean conclusive) {
    this(header, passages, certifier, refusal, conclusive, false, Reading.NOTHING);
  }

  /** The certifier of a file that is taken. */
  public OrganisationView knownCertifier() {
    return Objects.requireNonNull(certifier, "A file that is taken has a certifier");
  }

  /** The contract of a file that is taken. */
  public String contract() {
    return Objects.requireNonNull(header.contract(), "A file that is taken has a contract");
  }
}
