package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.control.HashingFile;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.deposit.entity.PendingUpload;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;
import org.guichet.roster.entity.RosterCode;

/**
 * Where files are while they come, for every door. A file leaves it as a deposit, or into an import
 * of people, when its client said that it is complete under a name that counts; else it waits,
 * resumable, for a day. Bytes are moved here, outside of any transaction; {@link UploadLedger}
 * keeps the rows.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Spool {
  /** Bookkeeping goes on also for a caller who has lost his rights in the middle. */
  private static final Caller DESK = Caller.system("spool");

  @Inject UploadLedger ledger;
  @Inject DepositIntake intake;
  @Inject DepositRegistration registration;
  @Inject SpoolFiles parts;
  @Inject FileStore store;
  @Inject PeopleSpool people;
  @Inject Settings.Deposit settings;

  /** Starts a file; an earlier part of the same name is thrown away. */
  public Incoming begin(Caller caller, DropFolder folder, String name) throws IOException {
    UploadLedger.Begun begun = ledger.begin(caller, folder, name);
    begun.replaced().ifPresent(parts::delete);
    DepositId id = begun.id();
    return new IncomingFile(id, folder, name, HashingFile.open(parts.of(id), most(folder)));
  }

  /**
   * Starts a file that mends a deposit.
   *
   * @param corrects a deposit of the caller's organisation
   */
  public Incoming begin(Caller caller, DropFolder folder, String name, DepositId corrects)
      throws IOException {
    Incoming incoming = begin(caller, folder, name);
    try {
      ledger.correct(caller, ((IncomingFile) incoming).depositId(), corrects);
      return incoming;
    } catch (RuntimeException e) {
      incoming.close();
      discard(caller, folder, name);
      throw e;
    }
  }

  /**
   * Starts a real file of which its client says which deposit it mends; whether it may is judged
   * once more when the file has said for whom it is.
   *
   * @param number of the deposit
   */
  public Incoming beginCorrection(Caller caller, String name, long number) throws IOException {
    return begin(caller, DropFolder.REAL, name, ledger.correctable(caller, number));
  }

  /** Goes on with a part that waits under this name; empty when there is none. */
  public Optional<Incoming> resume(Caller caller, DropFolder folder, String name)
      throws IOException {
    Optional<DepositId> id = ledger.resume(caller, folder, name);
    if (id.isEmpty() || (folder.kind().isEmpty() && people.forgetTaken(id.get()))) {
      return Optional.empty();
    }
    HashingFile file = HashingFile.open(parts.of(id.get()), most(folder));
    return Optional.of(new IncomingFile(id.get(), folder, name, file));
  }

  /**
   * The client said CLOSE. Under a name that counts the file is a deposit, durable with its row
   * when this returns; under another it waits, and the outcome is empty. Harmless when repeated.
   *
   * @throws IOException also for a file that was too large, whose KO receipt is on its way
   */
  public Optional<IntakeOutcome> close(Caller caller, Incoming incoming) throws IOException {
    IncomingFile file = (IncomingFile) incoming;
    if (file.tooLarge()) {
      refuseTooLarge(caller, file);
      throw new IOException(
          "The file is larger than the " + most(file.folder()) + " bytes that are accepted");
    }
    if (file.bytesLost()) {
      cutShort(caller, file);
      throw new IOException("Bytes of the file could not be written: it is not whole");
    }
    try {
      if (file.folder().counts(file.name())) {
        return Optional.of(handOver(caller, file));
      }
      file.force();
      file.close();
      ledger.setAside(caller, file.depositId());
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // The client is told that it failed; what came of the file waits for it.
      if (file.folder().kind().isPresent() || !people.forgetTaken(file.depositId())) {
        ledger.breakOff(DESK, file.depositId());
      }
      throw e;
    }
  }

  /**
   * The session ended with the file open: it waits as an incomplete upload, and its owner is told.
   */
  public void cutShort(Caller caller, Incoming incoming) {
    IncomingFile file = (IncomingFile) incoming;
    try {
      if (file.tooLarge()) {
        refuseTooLarge(DESK, file);
      } else {
        file.close();
        ledger.breakOff(DESK, file.depositId());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives a waiting part another name; under a name that counts it becomes a deposit, as with
   * {@link #close}.
   *
   * @throws RefusedException when no part of that name waits
   */
  public Optional<IntakeOutcome> rename(Caller caller, DropFolder folder, String from, String to)
      throws IOException {
    UploadLedger.Renamed renamed = ledger.rename(caller, folder, from, to);
    renamed.replaced().ifPresent(parts::delete);
    if (!folder.counts(to)) {
      return Optional.empty();
    }
    PendingUpload upload = ledger.find(caller, renamed.id());
    if (folder.kind().isEmpty()) {
      Optional<IntakeOutcome> before = people.outcomeOf(caller, renamed.id());
      if (before.isPresent() && people.forgetTaken(renamed.id())) {
        return before;
      }
    }
    return Optional.of(handOver(caller, upload, parts.whole(renamed.id()), Optional.empty()));
  }

  /** Throws a waiting part away; false when there was none. */
  public boolean discard(Caller caller, DropFolder folder, String name) {
    Optional<DepositId> id = ledger.discard(caller, folder, name);
    id.ifPresent(parts::delete);
    return id.isPresent();
  }

  /** The caller's organisation's parts, by name. */
  public List<PartialFile> parts(Caller caller, DropFolder folder) {
    return ledger.list(caller, folder).stream()
        .map(upload -> upload.view(parts.size(upload.id())))
        .toList();
  }

  /**
   * Takes a part that was closed and that nobody renamed for a while: it was meant as a drop. One
   * whose name doesn't count is answered so; one whose name counts was renamed by a session that
   * died before the row was there.
   */
  public void takeSettled(Caller caller, DepositId id) throws IOException {
    PendingUpload upload = ledger.find(caller, id);
    if (upload.folder().kind().isEmpty() && people.forgetTaken(id)) {
      return;
    }
    Optional<RefusalCode> refusal =
        upload.folder().counts(upload.name())
            ? Optional.empty()
            : Optional.of(RefusalCode.WRONG_NAME);
    if (upload.folder() != DropFolder.REAL) {
      handOver(caller, upload, parts.whole(id), refusal);
      return;
    }
    // Nobody would bring these bytes again: the part stays until its row is there.
    Path part = parts.of(id);
    Stored whole = store.write(out -> Files.copy(part, out));
    intake.receive(caller, drop(upload, whole.size(), Optional.of(whole.digest()), refusal));
    parts.delete(id);
  }

  private IntakeOutcome handOver(Caller caller, IncomingFile file) throws IOException {
    if (file.finished()) { // handed over before, at least tried
      Optional<IntakeOutcome> before = outcomeOf(caller, file);
      if (before.isPresent()) {
        return before.get();
      }
    }
    PendingUpload upload = ledger.find(caller, file.depositId());
    return handOver(caller, upload, file.finish(), Optional.empty());
  }

  /** Bytes first, then the row. A trial's bytes stay where they are: nothing of it is kept. */
  private IntakeOutcome handOver(
      Caller caller, PendingUpload upload, Stored whole, Optional<RefusalCode> refusal)
      throws IOException {
    Path part = parts.of(upload.id());
    if (upload.folder().kind().isEmpty()) {
      return refusal.isPresent()
          ? people.refuse(caller, upload, whole, RosterCode.WRONG_NAME)
          : people.handOver(caller, upload, whole);
    }
    if (upload.folder() == DropFolder.TRIAL) {
      parts.force(part);
    } else if (Files.exists(part) || !store.holds(whole.digest())) {
      store.adopt(part, whole.digest());
    }
    return intake.receive(caller, drop(upload, whole.size(), Optional.of(whole.digest()), refusal));
  }

  private Optional<IntakeOutcome> outcomeOf(Caller caller, IncomingFile file) {
    return file.folder().kind().isPresent()
        ? registration.outcomeOf(caller, file.depositId())
        : people.outcomeOf(caller, file.depositId());
  }

  private long most(DropFolder folder) {
    return folder.kind().isPresent() ? settings.maxSize() : PeopleSpool.MOST_BYTES;
  }

  private void refuseTooLarge(Caller caller, IncomingFile file) throws IOException {
    if (file.folder().kind().isEmpty()) {
      PendingUpload upload = ledger.find(caller, file.depositId());
      people.refuse(caller, upload, file.finish(), RosterCode.FILE_TOO_LARGE);
      return;
    }
    if (registration.outcomeOf(caller, file.depositId()).isPresent()) {
      return;
    }
    long size = file.isOpen() ? file.size() : 0;
    file.close();
    PendingUpload upload = ledger.find(caller, file.depositId());
    intake.receive(
        caller, drop(upload, size, Optional.empty(), Optional.of(RefusalCode.TOO_LARGE)));
    parts.delete(file.depositId());
  }

  private static Drop drop(
      PendingUpload upload, long size, Optional<Sha256> digest, Optional<RefusalCode> refusal) {
    return new Drop(
        upload.id(),
        upload.organisation(),
        upload.sender(),
        upload.folder().kind().orElseThrow(),
        upload.channel(),
        upload.name(),
        size,
        digest,
        refusal,
        upload.corrects());
  }
}
