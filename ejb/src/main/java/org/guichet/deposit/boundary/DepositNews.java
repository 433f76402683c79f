package org.guichet.deposit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.deposit.entity.DepositMoved;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/**
 * Tells at once that a list of deposits has changed, and nothing of how: whoever hears it looks
 * anew, with the rights that they have then. Of what happens on this node only; whoever must know
 * of all looks now and then anyway.
 */
@ApplicationScoped
public class DepositNews {
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  @Inject Permissions permissions;

  /** Somebody who wants to hear. */
  public final class Watch implements AutoCloseable {
    private final Caller caller;
    private final Optional<OrganisationId> organisation;
    private final Runnable moved;

    private Watch(Caller caller, Optional<OrganisationId> organisation, Runnable moved) {
      this.caller = caller;
      this.organisation = organisation;
      this.moved = moved;
    }

    /** Whether they may still see the list, by what is granted now. */
    public boolean allowed() {
      return sees(caller, organisation);
    }

    /** Nothing more is told. */
    @Override
    public void close() {
      watches.remove(this);
    }

    private boolean concernedBy(DepositMoved news) {
      return organisation.map(news::concerns).orElse(true);
    }
  }

  /**
   * Calls {@code moved} after each change, until the watch is closed.
   *
   * @param organisation whose list; empty for those who may see all
   * @param moved returns at once: whoever changed the list waits for it
   * @return empty for those who may not see the list
   */
  public Optional<Watch> watch(
      Caller caller, Optional<OrganisationId> organisation, Runnable moved) {
    if (!sees(caller, organisation)) {
      return Optional.empty();
    }
    Watch watch = new Watch(caller, organisation, moved);
    watches.add(watch);
    return Optional.of(watch);
  }

  /** How many want to hear. */
  public int watching() {
    return watches.size();
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) DepositMoved news) {
    watches.stream().filter(watch -> watch.concernedBy(news)).forEach(watch -> watch.moved.run());
  }

  private boolean sees(Caller caller, Optional<OrganisationId> organisation) {
    return organisation
        .map(one -> permissions.allows(caller, Permission.DEPOSIT_VIEW, one))
        .orElseGet(() -> permissions.allowsEverywhere(caller, Permission.DEPOSIT_VIEW));
  }
}
