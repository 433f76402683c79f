package org.guichet.deposit.control;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Certification;
import org.guichet.flux.Passage;
import org.guichet.platform.entity.DepositId;

/** What became of each passage. Set-based: no method's memory grows with a file. */
public interface PassageVerdicts {
  /** Writes a batch and forgets it. */
  void add(UUID attempt, DepositId deposit, Collection<Passage> batch);

  void addCertifications(UUID attempt, DepositId deposit, Collection<Certification> batch);

  /**
   * Lifts refusals for anything but the schema's: what is to be taken back was judged before. Only
   * for a file that says at its end that it takes back.
   */
  void forgetContent(UUID attempt);

  /** Refuses the passages of certifications with which something is wrong. */
  void refuseFaultyCertifications(UUID attempt);

  /**
   * Files what refused these passages after they were added, so that it is counted with the rest.
   *
   * @param first position of the first passage
   * @param last position of the last one
   */
  void fileCauses(UUID attempt, int first, int last);

  Tally count(UUID attempt);

  /** The refused ones in the order of the file, a page at a time, each given once. */
  void forEachRejected(UUID attempt, Consumer<PassageVerdict> reader);

  /** The idTechniques of the accepted ones, in the order of the file, each given once. */
  void forEachAccepted(UUID attempt, Consumer<String> reader);

  /** Forgets all rows of an attempt. */
  void sweep(UUID attempt);
}
