package org.guichet.roster.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.entity.ImportMoved;

/**
 * Tells at once that an import has moved: a part of its work is done, or it stands elsewhere. Says
 * nothing of how: whoever hears it looks anew, with the rights that they have then. Of what happens
 * on this node only; whoever must know of all looks now and then anyway.
 */
@ApplicationScoped
public class ImportNews {
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  @Inject Permissions permissions;
  @Inject ImportDrafts drafts;

  /** Somebody who wants to hear. */
  public final class Watch implements AutoCloseable {
    private final Caller caller;
    private final UUID id;
    private final OrganisationId organisation;
    private final Runnable moved;

    private Watch(Caller caller, UUID id, OrganisationId organisation, Runnable moved) {
      this.caller = caller;
      this.id = id;
      this.organisation = organisation;
      this.moved = moved;
    }

    /** Whether they may still see the import, by what is granted now. */
    public boolean allowed() {
      return permissions.allows(caller, Permission.PEOPLE_VIEW, organisation);
    }

    /** Nothing more is told. */
    @Override
    public void close() {
      watches.remove(this);
    }
  }

  /**
   * Calls {@code moved} after each change of an import, until the watch is closed.
   *
   * @param moved returns at once: whoever works on the import waits for it
   * @throws RefusedException with {@code NO_SUCH_IMPORT}, also where it is another organisation's
   */
  public Watch watch(Caller caller, UUID id, Runnable moved) {
    Watch watch = new Watch(caller, id, drafts.find(caller, id).organisation(), moved);
    watches.add(watch);
    return watch;
  }

  /** How many want to hear. */
  public int watching() {
    return watches.size();
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportMoved news) {
    watches.stream()
        .filter(watch -> watch.id.equals(news.id()))
        .forEach(watch -> watch.moved.run());
  }
}
