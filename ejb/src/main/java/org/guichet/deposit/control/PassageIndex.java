package org.guichet.deposit.control;

import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.PassageHit;
import org.guichet.deposit.entity.PassageKey;
import org.guichet.platform.entity.OrganisationId;

/** Passages of real deposits, as they are searched: by keys that indexes hold. */
public interface PassageIndex {
  /**
   * Those of this idTechnique, in the latest deposit first.
   *
   * @param reader of the deposits: who dropped them or certifies; empty: all
   */
  List<PassageHit> byId(Optional<OrganisationId> reader, String idTechnique, int most);

  /**
   * Those that an organisation dropped and whose holder's names begin so; by name.
   *
   * @param lastName folded
   * @param firstName folded; empty for any
   * @param after the last one of the part before
   */
  List<PassageHit> byName(
      OrganisationId organisation,
      String lastName,
      String firstName,
      Optional<PassageKey> after,
      int most);

  /** How many {@link #byName} would find, counted up to {@code most}. */
  int countByName(OrganisationId organisation, String lastName, String firstName, int most);
}
