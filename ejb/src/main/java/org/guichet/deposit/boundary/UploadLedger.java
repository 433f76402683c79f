package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.MailWords;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.control.Uploads;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.PendingUpload;
import org.guichet.deposit.entity.Upload;
import org.guichet.deposit.entity.UploadState;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of the spool: each method is one short transaction. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UploadLedger {
  private static final Logger log = LoggerFactory.getLogger(UploadLedger.class);

  /** Whom the desk asks and posts for; what the caller may do is checked before. */
  private static final Caller DESK = Caller.system("spool");

  private static final String EXPIRED = "upload.expired";

  @Inject Uploads uploads;
  @Inject Deposits deposits;
  @Inject SpoolFiles parts;
  @Inject OrganisationDirectory organisations;
  @Inject Notices notices;
  @Inject Permissions permissions;
  @Inject ServerRun run;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;
  @Inject MailWords words;

  /** Begins a part; one that had the name before is forgotten. */
  public Begun begin(Caller caller, DropFolder folder, String name) {
    OrganisationId dropper = dropper(caller, folder);
    Optional<Upload> before = uploads.find(dropper, folder, name);
    before.ifPresent(uploads::remove);
    OrganisationView organisation = organisations.find(DESK, dropper).orElseThrow();
    DepositId id = new DepositId(ids.get());
    uploads.add(
        Upload.begin(
            id,
            dropper,
            organisation.matricule(),
            folder,
            caller.channel(),
            name,
            run.name(),
            clock.instant()));
    return new Begun(id, before.map(Upload::id));
  }

  /**
   * A new part.
   *
   * @param replaced the part that had the name before; its bytes are the caller's to delete
   */
  public record Begun(DepositId id, Optional<DepositId> replaced) {}

  /**
   * Which deposit is meant that a file is dropped to mend.
   *
   * @throws RefusedException unless it is the caller's organisation's, and has rejected passages
   */
  public DepositId correctable(Caller caller, long number) {
    OrganisationId own = dropper(caller, DropFolder.REAL);
    return deposits
        .findByNumber(number)
        .filter(deposit -> correctable(deposit, own))
        .map(Deposit::id)
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "deposit " + number));
  }

  static boolean correctable(Deposit deposit, OrganisationId organisation) {
    boolean rejects =
        deposit.status() == DepositStatus.REJECTED
            || deposit.status() == DepositStatus.PARTLY_ACCEPTED;
    return rejects
        && deposit.organisation().equals(organisation)
        && deposit.kind() == DepositKind.REAL
        && !deposit.takesBack();
  }

  /** Notes which deposit an upload mends: one of the same organisation. */
  public void correct(Caller caller, DepositId id, DepositId corrects) {
    Upload upload = own(caller, id);
    boolean own =
        deposits
            .find(corrects)
            .filter(deposit -> deposit.organisation().equals(upload.organisation()))
            .isPresent();
    if (!own) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, corrects.toString());
    }
    upload.correct(corrects);
  }

  public Optional<DepositId> resume(Caller caller, DropFolder folder, String name) {
    Optional<Upload> upload =
        uploads
            .find(dropper(caller, folder), folder, name)
            .filter(waiting -> waiting.state() != UploadState.OPEN);
    upload.ifPresent(waiting -> waiting.resume(run.name(), clock.instant()));
    return upload.map(Upload::id);
  }

  public void setAside(Caller caller, DepositId id) {
    Upload upload = own(caller, id);
    if (upload.state() == UploadState.OPEN) {
      upload.setAside(clock.instant());
    }
  }

  /** The upload's session is over; its owner is told once. */
  public void breakOff(Caller caller, DepositId id) {
    Optional<Upload> open = uploads.find(id).filter(upload -> upload.state() == UploadState.OPEN);
    if (open.isEmpty()) {
      return;
    }
    Upload upload = own(caller, id);
    upload.breakOff(clock.instant());
    OrganisationView owner = tell(upload, incomplete(upload.view()));
    log.info(
        "DEP-103 upload cut short id={} organisation={} size={}",
        id,
        owner.matricule(),
        parts.size(id));
  }

  /** The way to go on is another one at each door. */
  private static String incomplete(PendingUpload upload) {
    if (upload.folder().kind().isEmpty()) {
      return "upload.incomplete.people";
    }
    return upload.channel() == Channel.PAGE ? "upload.incomplete.portal" : "upload.incomplete";
  }

  private OrganisationView tell(Upload upload, String template) {
    OrganisationView owner = organisations.find(DESK, upload.organisation()).orElseThrow();
    notices.post(
        DESK,
        new Notice(
                owner.email(),
                owner.language(),
                template,
                Map.of(
                    "organisation", owner.name(),
                    "fileName", upload.view().name(),
                    "size", Long.toString(parts.size(upload.id())),
                    "droppedAt", words.instant(upload.view().startedAt(), owner.language())),
                List.of(),
                "upload:" + upload.id() + (template.equals(EXPIRED) ? ":expired" : ""))
            .about(owner.id(), upload.id().value()));
    return owner;
  }

  /**
   * Gives a waiting part another name; a part that had that name before is forgotten.
   *
   * @throws RefusedException when no part of the name {@code from} waits
   */
  public Renamed rename(Caller caller, DropFolder folder, String from, String to) {
    OrganisationId dropper = dropper(caller, folder);
    Upload upload =
        uploads
            .find(dropper, folder, from)
            .filter(waiting -> waiting.state() != UploadState.OPEN)
            .orElseThrow(() -> noSuchUpload(from));
    Optional<Upload> replaced =
        uploads.find(dropper, folder, to).filter(other -> !other.id().equals(upload.id()));
    replaced.ifPresent(uploads::remove);
    upload.rename(to, clock.instant());
    return new Renamed(upload.id(), replaced.map(Upload::id));
  }

  /**
   * A part under its new name.
   *
   * @param replaced the part that had the name before; its bytes are the caller's to delete
   */
  public record Renamed(DepositId id, Optional<DepositId> replaced) {}

  /** Forgets a part, open or not; its bytes are the caller's to delete. */
  public Optional<DepositId> discard(Caller caller, DropFolder folder, String name) {
    Optional<Upload> upload = uploads.find(dropper(caller, folder), folder, name);
    upload.ifPresent(uploads::remove);
    return upload.map(Upload::id);
  }

  public List<PendingUpload> list(Caller caller, DropFolder folder) {
    return uploads.of(dropper(caller, folder), folder).stream().map(Upload::view).toList();
  }

  /** What sessions of earlier runs of this server left open. */
  public List<DepositId> abandoned(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return uploads.openInEarlierRuns(run.node(), run.name()).stream().map(Upload::id).toList();
  }

  /** What nobody writes and nobody touched since {@code before}. */
  public List<PendingUpload> untouchedSince(Caller caller, Instant before) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return uploads.untouchedSince(before).stream().map(Upload::view).toList();
  }

  /**
   * Forgets an upload whose day is over. Of one that was cut short its owner knows; of one that was
   * sent whole and never given its name, nobody but its client.
   */
  public void expire(Caller caller, DepositId id) {
    Upload upload = own(caller, id);
    if (upload.state() == UploadState.WAITING) {
      tell(upload, EXPIRED);
    }
    uploads.remove(upload);
    log.info("DEP-104 incomplete upload expired id={}", id);
  }

  /** Forgets an upload whose file belongs to an import now, or was refused. */
  public void handedOver(Caller caller, DepositId id) {
    uploads.find(id).map(upload -> own(caller, id)).ifPresent(uploads::remove);
  }

  public PendingUpload find(Caller caller, DepositId id) {
    return own(caller, id).view();
  }

  private Upload own(Caller caller, DepositId id) {
    Upload upload = uploads.find(id).orElseThrow(() -> noSuchUpload(id.toString()));
    permissions.require(caller, upload.view().folder().permission(), upload.organisation());
    return upload;
  }

  private OrganisationId dropper(Caller caller, DropFolder folder) {
    OrganisationId organisation =
        caller
            .organisation()
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NOT_ALLOWED, folder.permission() + " for nobody"));
    permissions.require(caller, folder.permission(), organisation);
    return organisation;
  }

  private static RefusedException noSuchUpload(String about) {
    return new RefusedException(RefusedException.Code.NO_SUCH_UPLOAD, about);
  }
}
