package org.guichet.roster.control.planning;

import java.util.Collection;
import java.util.Set;

/** The logins of the whole deployment: those in use, and those that other imports reserve. */
@FunctionalInterface
public interface TakenLogins {
  /**
   * Which logins are taken of those that begin with one of {@code bases} and go on with digits, or
   * not at all.
   */
  Set<String> among(Collection<String> bases);
}
