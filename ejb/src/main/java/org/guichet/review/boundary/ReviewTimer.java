package org.guichet.review.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.guichet.account.entity.GrantPlace;
import org.guichet.platform.entity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes reviews that are answered, asks for new ones and reminds of them, each hour of the day;
 * what is due stands in rows, so an hour that a server missed is made up by the next.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReviewTimer {
  private static final Logger log = LoggerFactory.getLogger(ReviewTimer.class);
  private static final Caller CALLER = Caller.system("review timer");

  @Inject ReviewRound round;
  @Inject ReviewDesk desk;

  @Schedule(hour = "*", minute = "47", persistent = false)
  void ask() {
    each(round.answered(CALLER), place -> desk.settle(CALLER, place));
    each(round.due(CALLER), place -> round.ask(CALLER, place));
    each(round.overdue(CALLER), place -> round.remind(CALLER, place));
  }

  /** One that fails keeps no other from being asked; it is tried again in an hour. */
  private static void each(List<GrantPlace> places, Consumer<GrantPlace> tell) {
    for (GrantPlace place : places) {
      try {
        tell.accept(place);
      } catch (RuntimeException e) {
        log.error("REV-201 review not asked for, tried again in an hour place={}", place, e);
      }
    }
  }
}
