package org.guichet.deposit.control;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Certification;
import org.guichet.flux.Passage;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;

/**
 * What became of each passage, and the keys that stand accepted. Set-based: no method's memory
 * grows with a file.
 */
public interface PassageVerdicts {
  /** Writes a batch and forgets it. */
  void add(UUID attempt, DepositId deposit, Collection<Passage> batch);

  void addCertifications(UUID attempt, DepositId deposit, Collection<Certification> batch);

  /** Forgets what other attempts than {@code attempt} wrote for this deposit. */
  void sweepOthers(DepositId deposit, UUID attempt);

  /**
   * Lifts refusals for anything but the schema's: what is to be taken back was judged before. Only
   * for a file that says at its end that it takes back.
   */
  void forgetContent(UUID attempt);

  /** Refuses the passages of certifications with which something is wrong. */
  void refuseFaultyCertifications(UUID attempt);

  /** Refuses the passages whose key stands accepted from another file. */
  void refuseDuplicates(UUID attempt, String issuer);

  /**
   * Refuses what names no accepted passage of this issuer, certifier and contract, or names it
   * twice.
   */
  void refuseUnknown(UUID attempt, String issuer, OrganisationId certifier, String contract);

  Tally count(UUID attempt);

  /** The refused ones in the order of the file, a page at a time, each given once. */
  void forEachRejected(UUID attempt, Consumer<PassageVerdict> reader);

  /** The idTechniques of the accepted ones, in the order of the file, each given once. */
  void forEachAccepted(UUID attempt, Consumer<String> reader);

  /** Makes the accepted passages of an attempt stand. */
  void accept(UUID attempt, String issuer, OrganisationId certifier, String contract);

  /** Takes back what the accepted rows of {@code attempt} name, as {@code by}. */
  List<DepositId> takeBack(UUID attempt, String issuer, DepositId by);

  /** How many passages of a deposit stand accepted. */
  int standing(DepositId deposit);

  /** Forgets all rows of a deposit; only for what isn't to be kept. */
  void removeAll(DepositId deposit);
}
