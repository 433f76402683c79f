package org.guichet.web.administration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The endpoint of the command line; {@link AdministrationGate} stands before it. */
@ApplicationPath("administration")
public class AdministrationApplication extends Application {
  /** Named one by one: what another endpoint brings isn't reachable through this door. */
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AdministrationFaults.class,
        AnswerWriting.class,
        AuditResource.class,
        DepositsResource.class,
        KeysResource.class,
        MailsResource.class,
        MandatesResource.class,
        OperatorsResource.class,
        OrganisationsResource.class,
        RecipientsResource.class,
        ReconcileResource.class,
        RegistrationCodesResource.class);
  }
}
