package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.control.DepositBooks;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.DuplicateDrops;
import org.guichet.deposit.control.Lanes;
import org.guichet.deposit.control.Uploads;
import org.guichet.deposit.entity.DepositBytes;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.deposit.entity.Upload;
import org.guichet.deposit.entity.UploadLook;
import org.guichet.deposit.entity.UploadState;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;

/** The rows of spool, lanes and kept files, for comparing: each method is one short transaction. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SpoolBooks {
  /** A lease that ran out so long ago is nobody's, whatever node it names. */
  private static final Duration FORGOTTEN_LEASE = Duration.ofHours(1);

  @Inject DepositBooks books;
  @Inject Deposits deposits;
  @Inject DuplicateDrops duplicates;
  @Inject Uploads uploads;
  @Inject Lanes lanes;
  @Inject Permissions permissions;
  @Inject ServerRun run;
  @Inject Clock clock;

  /** Uploads in the order of their ids. */
  public List<UploadLook> uploads(Caller caller, UUID after, int most) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return books.uploads(after, most).stream()
        .map(
            upload ->
                new UploadLook(
                    upload.id().value(), upload.state(), upload.boot(), upload.view().changedAt()))
        .toList();
  }

  public boolean known(Caller caller, DepositId id) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return uploads.find(id).isPresent();
  }

  /**
   * Forgets the row of an upload that is a deposit or a duplicate already: both come and go in one
   * transaction, so one that is still there was left behind.
   */
  public boolean forgetTaken(Caller caller, DepositId id) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    boolean taken = deposits.find(id).isPresent() || duplicates.find(id.value()).isPresent();
    Optional<Upload> upload = uploads.find(id);
    if (!taken || upload.isEmpty()) {
      return false;
    }
    uploads.remove(upload.get());
    return true;
  }

  /** Forgets the row of an upload of which nothing is there, unless a session goes on with it. */
  public boolean forgetEmpty(Caller caller, DepositId id, Instant untouchedSince) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    Optional<Upload> upload =
        uploads
            .find(id)
            .filter(empty -> empty.state() != UploadState.OPEN)
            .filter(empty -> empty.view().changedAt().isBefore(untouchedSince));
    upload.ifPresent(uploads::remove);
    return upload.isPresent();
  }

  /**
   * Whether nobody needs what lies under this id in the incoming folder any more: a trial that is
   * decided, or a file whose bytes aren't kept.
   */
  public boolean done(Caller caller, DepositId id) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return deposits
        .find(id)
        .filter(deposit -> deposit.trial() ? deposit.status().decided() : !deposit.kept())
        .isPresent();
  }

  /** Whether it is a trial that waits for its verdict. */
  public boolean openTrial(Caller caller, DepositId id) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return deposits
        .find(id)
        .filter(deposit -> deposit.trial() && !deposit.status().decided())
        .isPresent();
  }

  /** Some trials that wait for their verdict, by id and number. */
  public List<TrialLook> openTrials(Caller caller, int most) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return books.openTrials(most).stream()
        .map(deposit -> new TrialLook(deposit.id(), deposit.number()))
        .toList();
  }

  /** A trial, by which people know it. */
  public record TrialLook(DepositId id, long number) {}

  /** Lets go of lanes that a dead run holds: an earlier one of this server, or one long silent. */
  public List<LaneLease> releaseDeadLanes(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    Instant silent = clock.instant().minus(FORGOTTEN_LEASE);
    List<LaneLease> dead =
        books.heldLanes().stream()
            .filter(lane -> run.earlier(lane.holder()) || lane.until().isBefore(silent))
            .toList();
    dead.forEach(lanes::release);
    return dead;
  }

  /** Whether a session of an earlier run of this server had it open. */
  public boolean ofEarlierRun(Caller caller, UploadLook upload) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return run.earlier(upload.boot());
  }

  /** Which bytes deposits need whose digest is from {@code from} on and before {@code to}. */
  public List<DepositBytes> bytes(Caller caller, String from, String to) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return books.bytes(from, to);
  }
}
