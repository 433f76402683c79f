package org.guichet.account.boundary;

import java.util.Set;

/**
 * Where logins are kept that nobody has an account of yet: a component that comes later has one.
 */
public interface ReservedLogins {
  /**
   * Which logins are kept of those that begin with {@code base} and go on with a number, or not at
   * all.
   */
  Set<String> like(String base);
}
