package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.guichet.organisation.control.DepositJudgement;
import org.guichet.organisation.control.MandateBook;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;

/** Says whether an organisation may deposit what a file says that it is. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class DepositRights {
  @Inject Permissions permissions;
  @Inject Organisations organisations;
  @Inject MandateBook mandates;
  @Inject Settings settings;

  /**
   * Judges what the file says of itself against organisations, contracts and mandates as they were
   * at {@code droppedAt}: what was granted, revoked, suspended or resumed after it changes nothing.
   * Who deposits for itself needs no mandate, but a contract of its own.
   *
   * @param caller whoever may look at all organisations: the system, checking files
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
    permissions.requireEverywhere(caller, Permission.MANDATE_VIEW);
    return new DepositJudgement(organisations, mandates, settings.zone(), droppedAt)
        .judge(dropper, issuer, certifier, contract);
  }
}
