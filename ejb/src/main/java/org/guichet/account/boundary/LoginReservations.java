package org.guichet.account.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Logins that are kept for somebody, wherever; a deployment may keep none. */
@ApplicationScoped
class LoginReservations {
  private Iterable<ReservedLogins> kept;

  /** For the container's proxies. */
  protected LoginReservations() {
    kept = List.of();
  }

  @Inject
  LoginReservations(@Any Instance<ReservedLogins> kept) {
    this.kept = kept;
  }

  /** For tests and for whoever assembles the desk by hand. */
  static LoginReservations of(List<ReservedLogins> kept) {
    LoginReservations reservations = new LoginReservations();
    reservations.kept = kept;
    return reservations;
  }

  /** Which are kept of those that begin so and go on with a number, or not at all. */
  Set<String> like(String base) {
    Set<String> logins = new TreeSet<>();
    kept.forEach(one -> logins.addAll(one.like(base)));
    return logins;
  }
}
