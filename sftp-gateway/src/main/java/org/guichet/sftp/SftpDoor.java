package org.guichet.sftp;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import org.guichet.deposit.boundary.Spool;
import org.guichet.organisation.boundary.DoorKeys;
import org.guichet.organisation.boundary.DoorSessions;
import org.guichet.organisation.boundary.KeySignIn;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.boundary.Outbox;
import org.guichet.roster.boundary.ImportReports;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the SFTP door with the deployment, once the database is up to date, and closes it with it.
 * Fails the deployment when the port is taken or the host keys can't be read.
 */
@Singleton
@Startup
@DependsOn("guichet-ejb.jar#Migration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SftpDoor {
  private static final Logger log = LoggerFactory.getLogger(SftpDoor.class);
  private static final Caller CALLER = Caller.system("sftp door");
  private static final Duration FOR_OPEN_UPLOADS = Duration.ofSeconds(60);

  @Inject Settings settings;
  @Inject KeySignIn keys;
  @Inject Spool spool;
  @Inject Outbox outbox;
  @Inject ImportReports reports;
  @Inject DoorKeys shownKeys;
  @Inject DoorSessions sessions;
  @Inject Clock clock;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/guichet-sftp")
  ManagedExecutorService executor;

  @Resource ManagedScheduledExecutorService scheduler;

  private volatile @Nullable SftpServer server;

  @PostConstruct
  void open() {
    sessions.forgetEarlierRuns(CALLER);
    Desk desk = new Desk(keys, spool, outbox, reports, new Arrivals(clock), clock);
    SftpServer opened = new SftpServer(settings.sftp(), settings.data(), desk, executor, scheduler);
    try {
      opened.start();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "SFTP can't listen on " + settings.sftp().bind() + ":" + settings.sftp().port(), e);
    }
    server = opened;
    shownKeys.open(CALLER, opened::hostKeys);
  }

  /** Whether clients can connect. */
  public boolean listens() {
    SftpServer opened = server;
    return opened != null && opened.listens();
  }

  @PreDestroy
  void close() {
    SftpServer opened = server;
    if (opened == null) {
      return;
    }
    try {
      opened.stop(FOR_OPEN_UPLOADS);
    } catch (IOException e) {
      log.warn("SFT-195 SFTP did not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
