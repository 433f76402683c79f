package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.Codewords;
import org.guichet.account.control.RegistrationCodeBook;
import org.guichet.account.entity.RegistrationCode;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;

/** Hands out the codes that make first administrators. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class RegistrationCodes {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject RegistrationCodeBook codes;
  @Inject OrganisationDirectory directory;
  @Inject SecureRandom random;
  @Inject Supplier<UUID> ids;

  /**
   * A new code of an organisation, in place of earlier ones; works once, for 60 days.
   *
   * @return the code, shown once
   * @throws RefusedException with {@code NO_SUCH_ORGANISATION}
   */
  public String issue(Caller caller, Matricule matricule) {
    permissions.requireEverywhere(caller, Permission.REGISTRATION_CODE_ISSUE);
    OrganisationId organisation =
        directory
            .findByMatricule(caller, matricule)
            .map(OrganisationView::id)
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NO_SUCH_ORGANISATION, matricule.value()));
    Instant now = ledger.clock.instant();
    codes.of(organisation).forEach(code -> code.withdraw(now));
    String code = Codewords.next(random);
    codes.add(RegistrationCode.issue(ids.get(), organisation, Tokens.digest(code), now));
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.REGISTRATION_CODE_ISSUED, AuditSubject.organisation(organisation))
            .in(organisation));
    return code;
  }
}
