package org.guichet.deposit.entity;

import java.util.Optional;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/**
 * A file as it came through a door.
 *
 * @param id given when its upload began, so that handing it over twice is harmless
 * @param size in bytes
 * @param sha256 empty when it was refused before it had come whole
 * @param refusal when it is clear already that it can't be taken
 * @param corrects the deposit whose rejected passages it holds, where whoever drops it said so
 */
public record Drop(
    DepositId id,
    OrganisationId organisation,
    Matricule sender,
    DepositKind kind,
    Channel channel,
    String fileName,
    long size,
    Optional<Sha256> sha256,
    Optional<RefusalCode> refusal,
    Optional<DepositId> corrects) {
  /** One of which nobody said that it mends another. */
  public Drop(
      DepositId id,
      OrganisationId organisation,
      Matricule sender,
      DepositKind kind,
      Channel channel,
      String fileName,
      long size,
      Optional<Sha256> sha256,
      Optional<RefusalCode> refusal) {
    this(
        id, organisation, sender, kind, channel, fileName, size, sha256, refusal, Optional.empty());
  }
}
