package org.guichet.roster.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guichet.account.boundary.ReservedLogins;
import org.guichet.roster.control.keeping.LoginsInUse;

/** Logins of people who haven't come in yet, and those that plans of imports show. */
@ApplicationScoped
public class RosterLogins implements ReservedLogins {
  private static final UUID NO_IMPORT = new UUID(0, 0);

  @Inject LoginsInUse logins;

  @Override
  public Set<String> like(String base) {
    return logins.among(List.of(base), NO_IMPORT);
  }
}
