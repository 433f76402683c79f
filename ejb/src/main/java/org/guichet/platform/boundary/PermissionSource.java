package org.guichet.platform.boundary;

import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/**
 * Knows what one kind of actor may do now. Components that own keys or accounts each bring one, so
 * that {@link Permissions} can stand before them all.
 */
public interface PermissionSource {
  /** Whether this source vouches that {@code caller} may do this in {@code organisation}, now. */
  boolean grants(Caller caller, Permission permission, OrganisationId organisation);

  /** Whether this source vouches that {@code caller} may do this in the whole deployment, now. */
  default boolean grantsEverywhere(Caller caller, Permission permission) {
    return false;
  }

  /** Whether this source vouches that {@code caller} is signed in as who they say, now. */
  default boolean knows(Caller caller) {
    return false;
  }
}
