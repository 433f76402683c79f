package org.guichet.insight.boundary;

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
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds of deadlines and tells of silences, each hour; what is due stands in rows, so an hour
 * that a server missed is made up by the next.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InsightTimer {
  private static final Logger log = LoggerFactory.getLogger(InsightTimer.class);
  private static final Caller CALLER = Caller.system("insight timer");

  @Inject DeadlineReminding reminding;
  @Inject SilenceWatch silences;

  @Schedule(hour = "*", minute = "33", persistent = false)
  void remind() {
    each(reminding.concerned(CALLER), one -> reminding.remind(CALLER, one));
    each(silences.watching(CALLER), one -> silences.tell(CALLER, one));
  }

  /** One that fails keeps nobody else from being told; it is tried again in an hour. */
  private static void each(List<OrganisationId> organisations, Consumer<OrganisationId> tell) {
    for (OrganisationId one : organisations) {
      try {
        tell.accept(one);
      } catch (RuntimeException e) {
        log.error("INS-201 organisation not told, tried again in an hour id={}", one, e);
      }
    }
  }
}
