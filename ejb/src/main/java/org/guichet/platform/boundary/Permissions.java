package org.guichet.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;

/** The one place where a caller is told yes or no. What no source grants is refused. */
@ApplicationScoped
public class Permissions {
  private Iterable<PermissionSource> sources;

  /** For the container's proxies. */
  protected Permissions() {
    sources = List.of();
  }

  @Inject
  Permissions(@Any Instance<PermissionSource> sources) {
    this.sources = sources;
  }

  /** For tests and for whoever assembles the desk by hand. */
  public static Permissions of(Iterable<PermissionSource> sources) {
    Permissions permissions = new Permissions();
    permissions.sources = sources;
    return permissions;
  }

  /**
   * Returns when {@code caller} may do this in {@code organisation}.
   *
   * @throws RefusedException with {@code NOT_ALLOWED} otherwise
   */
  public void require(Caller caller, Permission permission, OrganisationId organisation) {
    if (!allows(caller, permission, organisation)) {
      throw new RefusedException(
          RefusedException.Code.NOT_ALLOWED, permission + " for " + caller.label());
    }
  }

  /**
   * Returns when {@code caller} may do this in the whole deployment, beyond any one organisation.
   *
   * @throws RefusedException with {@code NOT_ALLOWED} otherwise
   */
  public void requireEverywhere(Caller caller, Permission permission) {
    if (!(caller.actor() instanceof Caller.Actor.Internal)) {
      throw new RefusedException(
          RefusedException.Code.NOT_ALLOWED, permission + " for " + caller.label());
    }
  }

  public boolean allows(Caller caller, Permission permission, OrganisationId organisation) {
    if (caller.actor() instanceof Caller.Actor.Internal) {
      return true;
    }
    return StreamSupport.stream(sources.spliterator(), false)
        .anyMatch(source -> source.grants(caller, permission, organisation));
  }
}
