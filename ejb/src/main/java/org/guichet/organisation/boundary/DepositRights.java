package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.time.Instant;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;

/** Says whether an organisation may deposit what a file says that it is. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class DepositRights {
  /**
   * Judges what the file says of itself against organisations, contracts and mandates as they were
   * at {@code droppedAt}.
   *
   * @param dropper the organisation whose key dropped the file
   * @param issuer matricule under {@code emetteur}, as written
   * @param certifier matricule under {@code certificateur}, as written
   * @param contract {@code idContrat}, as written
   */
  public DepositRight judge(
      Caller caller,
      OrganisationId dropper,
      String issuer,
      String certifier,
      String contract,
      Instant droppedAt) {
    throw new UnsupportedOperationException("being written");
  }
}
