package org.guichet.deposit.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.PendingUpload;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Stored;
import org.guichet.roster.boundary.ImportDrafts;
import org.guichet.roster.boundary.ImportDrop;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.RosterCode;

/** How files of people leave the spool: into an import. */
@Dependent
class PeopleSpool {
  /** Bytes of one file. */
  static final long MOST_BYTES = ImportDrafts.MOST_BYTES;

  /** What was taken is taken, also when its sender loses his rights in the middle. */
  private static final Caller DESK = Caller.system("spool");

  @Inject UploadLedger ledger;
  @Inject SpoolFiles parts;
  @Inject ImportDrop imports;

  /** What became of a file that was handed over before. */
  Optional<IntakeOutcome> outcomeOf(Caller caller, DepositId id) {
    return imports
        .importOf(caller, id.value())
        .map(owner -> new IntakeOutcome.Imported(Optional.of(owner)));
  }

  /** Hands a whole file over; its part is gone when this returns, and its row after it. */
  IntakeOutcome handOver(Caller caller, PendingUpload upload, Stored whole) throws IOException {
    UUID taken = imports.take(caller, file(upload, whole), parts.of(upload.id()));
    forget(upload);
    return new IntakeOutcome.Imported(Optional.of(taken));
  }

  /**
   * Forgets the upload of a file that belongs to an import already: its row was left behind by a
   * server that died, or a session that ended, in between. Its sender mustn't be told that nothing
   * came, nor go on with what isn't there.
   *
   * @return false when it isn't such a one
   */
  boolean forgetTaken(DepositId id) {
    boolean taken = imports.isTaken(DESK, id.value());
    if (taken) {
      ledger.handedOver(DESK, id);
      parts.delete(id);
    }
    return taken;
  }

  /** Tells that a file isn't taken, and why. */
  IntakeOutcome refuse(Caller caller, PendingUpload upload, Stored whole, RosterCode why)
      throws IOException {
    imports.refuse(caller, file(upload, whole), why);
    forget(upload);
    return new IntakeOutcome.Imported(Optional.empty());
  }

  private void forget(PendingUpload upload) {
    ledger.handedOver(DESK, upload.id());
    parts.delete(upload.id());
  }

  private static PeopleFile file(PendingUpload upload, Stored whole) {
    return new PeopleFile(
        upload.id().value(),
        upload.organisation(),
        upload.folder().profile().orElseThrow(),
        upload.name(),
        whole);
  }
}
