package org.guichet.deposit.entity;

import java.util.List;

/**
 * For whom an organisation may type a passage.
 *
 * @param contracts its own first
 * @param certifications that it deposited for before, the latest first
 * @param idTechnique a new one
 */
public record EntryOffer(
    List<OfferedContract> contracts,
    List<OfferedCertification> certifications,
    String idTechnique) {
  public EntryOffer {
    contracts = List.copyOf(contracts);
    certifications = List.copyOf(certifications);
  }

  /** A contract of a certifier. */
  public record OfferedContract(String certifier, String name, String contract) {}

  /** A certification. */
  public record OfferedCertification(String type, String code) {}
}
