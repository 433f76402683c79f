package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/**
 * Which of all that was dropped is looked for; what is empty may be anything.
 *
 * @param reader whose it is: dropped by this organisation, or naming it as certifier
 * @param text part of a file's name or of an idFlux, or a number; empty for any
 * @param certification a code that the file names
 * @param from when it was received, inclusive
 * @param until exclusive
 * @param sender who dropped it
 */
public record DepositFilter(
    Optional<OrganisationId> reader,
    String text,
    Optional<DepositStanding> standing,
    Optional<DepositKind> kind,
    Optional<Channel> channel,
    Optional<String> certification,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<Matricule> sender,
    Sort sort,
    boolean descending) {

  /** What a list may be in the order of; equal ones the newest first. */
  public enum Sort {
    RECEIVED,
    FILE,
    STATUS,
    ACCEPTED,
    REJECTED
  }

  /** Everything of a reader, the newest first. */
  public static DepositFilter of(Optional<OrganisationId> reader) {
    return new DepositFilter(
        reader,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Sort.RECEIVED,
        true);
  }

  /** The same of what was received before then. */
  public DepositFilter receivedBefore(Instant time) {
    return new DepositFilter(
        reader,
        text,
        standing,
        kind,
        channel,
        certification,
        from,
        Optional.of(until.filter(time::isAfter).orElse(time)),
        sender,
        sort,
        descending);
  }
}
