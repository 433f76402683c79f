package org.guichet.organisation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.control.SftpKeys;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.boundary.PermissionSource;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/**
 * What an organisation's key or certificate may do: what its scopes say, for its own organisation,
 * while both are good. Asked of the tables each time, so that stopping takes effect at once.
 */
@ApplicationScoped
public class KeyPermissions implements PermissionSource {
  @Inject Organisations organisations;
  @Inject SftpKeys keys;
  @Inject Clock clock;

  @Override
  public boolean grants(Caller caller, Permission permission, OrganisationId organisation) {
    if (!caller.organisation().equals(Optional.of(organisation))) {
      return false;
    }
    return scopes(caller.actor(), organisation)
        .filter(scopes -> covers(scopes, permission))
        .flatMap(scopes -> organisations.find(organisation))
        .filter(Organisation::active)
        .isPresent();
  }

  private Optional<Set<KeyScope>> scopes(Caller.Actor actor, OrganisationId organisation) {
    if (actor instanceof Caller.Actor.Certificate certificate) {
      boolean stopped =
          keys.findByFingerprint(organisation, certificate.fingerprint())
              .filter(key -> key.status(clock.instant()) == KeyStatus.STOPPED)
              .isPresent();
      return stopped ? Optional.empty() : Optional.of(KeyScope.USUAL);
    }
    return actor instanceof Caller.Actor.Key key
        ? keys.find(key.key())
            .filter(found -> found.organisation().equals(organisation))
            .filter(found -> found.good(clock.instant()))
            .map(SftpKey::scopes)
        : Optional.empty();
  }

  private static boolean covers(Set<KeyScope> scopes, Permission permission) {
    return switch (permission) {
      case DEPOSIT_DROP -> scopes.contains(KeyScope.DEPOSIT);
      case RECEIPT_READ, RECEIPT_ACKNOWLEDGE -> scopes.contains(KeyScope.RECEIPTS);
      case DEPOSIT_VIEW -> scopes.contains(KeyScope.DEPOSIT) || scopes.contains(KeyScope.RECEIPTS);
      case IMPORT_DROP -> scopes.contains(KeyScope.IMPORT);
      case ORGANISATION_VIEW -> true; // itself
      default -> false;
    };
  }
}
