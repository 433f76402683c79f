package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.entity.WorkLease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off what imports wait for. Called by the doorbell and by the timer, as often as they like
 * and on any server: whoever comes while somebody is at it goes away again.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportLine {
  private static final Logger log = LoggerFactory.getLogger(ImportLine.class);

  @Inject ImportSteps steps;
  @Inject ImportPlanner planner;
  @Inject ImportApplying applying;
  @Inject ImportUndoing undoing;
  @Inject ImportReporting reporting;
  @Inject Permissions permissions;
  @Inject Supplier<UUID> ids;

  /** Works until nothing is left that nobody else works on, then tells what came of it. */
  public void work(Caller caller) {
    permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    Optional<WorkLease> lease = steps.claim(caller);
    while (lease.isPresent()) {
      work(caller, lease.get());
      lease = steps.claim(caller);
    }
    reporting.writeOwed(caller);
  }

  private void work(Caller caller, WorkLease lease) {
    try {
      switch (lease.work()) {
        case PLANNING -> planner.plan(caller, lease);
        case APPLYING -> applying.apply(caller, lease);
        case UNDOING -> undoing.undo(caller, lease);
        default -> throw new IllegalStateException("No work: " + lease.work());
      }
      log.info("IMP-101 import worked on id={} work={}", lease.id(), lease.work());
    } catch (WorkLostException e) {
      log.info("IMP-201 work lost in the middle, whoever has it goes on: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      String incident = ids.get().toString();
      log.error(
          "IMP-901 import failed id={} work={} incident={}", lease.id(), lease.work(), incident, e);
      steps.fail(caller, lease, incident);
    }
  }
}
