package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Matricule;

/**
 * Something that was dropped, in a list.
 *
 * @param number by which people know it; 0 for what isn't a deposit yet
 * @param pageOf number of the deposit that says more: its own, or of a duplicate the first one's; 0
 *     for none
 * @param size in bytes
 * @param certifications codes, in the order of the file
 * @param receivedAt when its last byte came
 * @param corrects number of the deposit that it mends
 * @param progress how much of it is read, from 0 to 1; empty unless it is being read
 */
public record DepositRow(
    long number,
    long pageOf,
    Matricule sender,
    DepositKind kind,
    Channel channel,
    String fileName,
    long size,
    DepositStanding standing,
    Optional<String> idFlux,
    List<String> certifications,
    int accepted,
    int rejected,
    Instant receivedAt,
    Optional<Double> progress,
    Optional<Long> corrects) {
  public DepositRow {
    certifications = List.copyOf(certifications);
  }
}
