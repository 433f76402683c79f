package org.guichet.deposit.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.control.Differences;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.deposit.entity.UploadLook;
import org.guichet.deposit.entity.UploadState;
import org.guichet.platform.boundary.FileInventory;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what is on its way: uploads with the incoming folder, lanes with those who hold them.
 */
@Dependent
class SpoolReconciling {
  private static final Logger log = LoggerFactory.getLogger(SpoolReconciling.class);

  /** Longer than any document takes to be written. */
  private static final Duration DOCUMENT_DONE = Duration.ofHours(1);

  /** Within that time a row may be about to follow its file, or a file its row. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int PAGE = 500;
  private static final String PART = ".part";

  @Inject SpoolBooks books;
  @Inject UploadLedger uploads;
  @Inject SpoolFiles parts;
  @Inject FileStore store;
  @Inject FileInventory inventory;
  @Inject Clock clock;

  void compare(Caller caller, Differences differences) throws IOException {
    for (LaneLease lane : books.releaseDeadLanes(caller)) {
      differences.mended(DifferenceKind.LANE_OF_DEAD_RUN, lane.holder());
    }
    uploads(caller, differences);
    for (SpoolBooks.TrialLook trial : books.openTrials(caller, PAGE)) {
      if (Files.notExists(parts.of(trial.id())) && books.openTrial(caller, trial.id())) {
        differences.left(DifferenceKind.TRIAL_FILE_MISSING, Long.toString(trial.number()));
      }
    }
    incoming(caller, differences);
  }

  private void uploads(Caller caller, Differences differences) {
    UUID after = new UUID(0, 0);
    List<UploadLook> page = books.uploads(caller, after, PAGE);
    while (!page.isEmpty()) {
      for (UploadLook upload : page) {
        upload(caller, upload, differences);
      }
      after = page.get(page.size() - 1).id();
      page = books.uploads(caller, after, PAGE);
    }
  }

  private void upload(Caller caller, UploadLook upload, Differences differences) {
    DepositId id = upload.depositId();
    Instant now = clock.instant();
    if (books.forgetTaken(caller, id)) {
      differences.mended(DifferenceKind.UPLOAD_TAKEN, id.toString());
    } else if (upload.state() == UploadState.OPEN) {
      if (books.ofEarlierRun(caller, upload)) {
        uploads.breakOff(caller, id);
        differences.mended(DifferenceKind.UPLOAD_OPEN_IN_DEAD_RUN, id.toString());
      } else if (upload.changedAt().isBefore(now.minus(DAY))) {
        differences.left(DifferenceKind.UPLOAD_OPEN_IN_DEAD_RUN, id.toString());
      }
    } else if (Files.notExists(parts.of(id)) && books.forgetEmpty(caller, id, now.minus(SETTLED))) {
      differences.mended(DifferenceKind.UPLOAD_WITHOUT_PART, id.toString());
    }
  }

  private void incoming(Caller caller, Differences differences) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(store.incoming())) {
      for (Path file : files) {
        try {
          incoming(caller, file, differences);
        } catch (NoSuchFileException e) {
          log.debug("DEP-207 gone before it was looked at: {}", file.getFileName());
        }
      }
    }
  }

  private void incoming(Caller caller, Path file, Differences differences) throws IOException {
    String name = file.getFileName().toString();
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    Instant now = clock.instant();
    if (name.endsWith(".tmp")) {
      // Written from rows, and written anew where it is still needed.
      if (changed.isBefore(now.minus(DOCUMENT_DONE)) && Files.deleteIfExists(file)) {
        differences.mended(DifferenceKind.DOCUMENT_LEFT_BEHIND, name);
      }
      return;
    }
    Optional<DepositId> id = partOf(name);
    if (id.isPresent() && books.done(caller, id.get())) {
      if (changed.isBefore(now.minus(SETTLED)) && Files.deleteIfExists(file)) {
        differences.mended(DifferenceKind.PART_LEFT_BEHIND, name);
      }
    } else if (changed.isBefore(now.minus(DAY)) && !needed(caller, id)) {
      inventory.setAside(file);
      differences.mended(DifferenceKind.PART_WITHOUT_ROW, name);
    }
  }

  private boolean needed(Caller caller, Optional<DepositId> id) {
    return id.filter(part -> books.known(caller, part) || books.openTrial(caller, part))
        .isPresent();
  }

  private static Optional<DepositId> partOf(String name) {
    if (!name.endsWith(PART)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DepositId(UUID.fromString(name.substring(0, name.length() - PART.length()))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // nothing of ours
    }
  }
}
