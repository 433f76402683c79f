package org.guichet.deposit.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;

/**
 * The keys by which issuers name their passages; each stands for one accepted passage at most. A
 * key is <em>claimed</em> while its file is read, and stands <em>accepted</em> from the moment that
 * the verdict of its attempt is recorded: nothing needs to be written for each passage then.
 *
 * <p>Nobody else claims keys of an issuer in between: an issuer is the dropping organisation, whose
 * real files are processed one at a time, and a lane's next file isn't begun before the claims of
 * the one before count or are released. Trials only look at what stands accepted. The constraint is
 * the last guard: who breaks this fails, and is tried again.
 */
public interface AcceptedKeys {
  /**
   * Refuses those of a batch whose key stands accepted from another file.
   *
   * @param first position of the batch's first passage
   * @param last position of its last passage
   * @return positions of those refused as duplicates, by this call or before
   */
  Set<Integer> refuseDuplicates(UUID attempt, int first, int last, String issuer);

  /** Claims the keys of a batch's good passages; fails when one of them is claimed already. */
  void claim(UUID attempt, int first, int last, String issuer);

  /** Gives back all that an attempt claimed, before its verdicts are swept. */
  void release(UUID attempt, String issuer);

  /**
   * Refuses what names no accepted passage of this issuer, certifier and contract, or names it
   * twice.
   */
  void refuseUnknown(UUID attempt, String issuer, OrganisationId certifier, String contract);

  /** Takes back what the good passages of {@code attempt} name, as {@code by}. */
  List<DepositId> takeBack(UUID attempt, String issuer, DepositId by);

  /**
   * In which deposits a passage of this idTechnique stands accepted: one for each issuer.
   *
   * @param issuer empty: of all
   */
  List<DepositId> holding(Optional<String> issuer, String idTechnique, int most);

  /** How many passages of a deposit stand accepted. */
  int standing(DepositId deposit);
}
