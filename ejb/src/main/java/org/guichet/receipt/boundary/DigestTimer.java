package org.guichet.receipt.boundary;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.guichet.platform.entity.Caller;

/** Looks each minute whether the hour of digests has come. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DigestTimer {
  private static final Caller CALLER = Caller.system("digest timer");

  @Inject DailyDigest digest;

  @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
  void look() {
    digest.sendDue(CALLER);
  }

  @Schedule(hour = "3", minute = "21", persistent = false)
  void forget() {
    digest.forgetOld(CALLER);
  }
}
