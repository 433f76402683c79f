package org.guichet.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.guichet.platform.entity.AccountId;
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
    if (!allowsEverywhere(caller, permission)) {
      throw new RefusedException(
          RefusedException.Code.NOT_ALLOWED, permission + " for " + caller.label());
    }
  }

  /**
   * The account of a person who is signed in, now: for what everybody may do with the own account.
   *
   * @throws RefusedException with {@code NOT_ALLOWED} for any other caller
   */
  public AccountId requirePerson(Caller caller) {
    return caller
        .account()
        .filter(account -> stream().anyMatch(source -> source.knows(caller)))
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NOT_ALLOWED, "a person's own for " + caller.label()));
  }

  public boolean allowsEverywhere(Caller caller, Permission permission) {
    if (caller.actor() instanceof Caller.Actor.Internal) {
      return true;
    }
    return stream().anyMatch(source -> source.grantsEverywhere(caller, permission));
  }

  public boolean allows(Caller caller, Permission permission, OrganisationId organisation) {
    if (caller.actor() instanceof Caller.Actor.Internal) {
      return true;
    }
    return stream().anyMatch(source -> source.grants(caller, permission, organisation));
  }

  private Stream<PermissionSource> stream() {
    return StreamSupport.stream(sources.spliterator(), false);
  }
}
