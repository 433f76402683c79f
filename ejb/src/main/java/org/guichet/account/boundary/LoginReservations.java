package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Logins that are kept for somebody, wherever; a deployment may keep none. */
@Dependent
class LoginReservations {
  private final Iterable<ReservedLogins> kept;

  @Inject
  LoginReservations(@Any Instance<ReservedLogins> kept) {
    this((Iterable<ReservedLogins>) kept);
  }

  private LoginReservations(Iterable<ReservedLogins> kept) {
    this.kept = kept;
  }

  /** For tests and for whoever assembles the desk by hand. */
  static LoginReservations of(List<ReservedLogins> kept) {
    return new LoginReservations(kept);
  }

  /** Which are kept of those that begin so and go on with a number, or not at all. */
  Set<String> like(String base) {
    Set<String> logins = new TreeSet<>();
    kept.forEach(one -> logins.addAll(one.like(base)));
    return logins;
  }
}
