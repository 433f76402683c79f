package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.keeping.DropReport;
import org.guichet.roster.control.keeping.DropReport.DroppedFile;
import org.guichet.roster.control.keeping.DropReport.Figures;
import org.guichet.roster.control.keeping.ImportFolder;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the reports on files that came by SFTP: first their bytes, outside of any transaction,
 * then, with {@link ImportReportLedger}, the rows and the mails. One that a dead server owed is
 * written by the next.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportReporting {
  private static final Logger log = LoggerFactory.getLogger(ImportReporting.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Inject ImportReportLedger reports;
  @Inject ImportFolder folder;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Writes what senders are owed. */
  public void writeOwed(Caller caller) {
    permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    for (UUID id : reports.owing(caller)) {
      try {
        Optional<ImportReportLedger.Owed> owed = reports.owed(caller, id);
        if (owed.isPresent()) {
          write(caller, owed.get());
        }
      } catch (IOException | RuntimeException e) {
        log.error("IMP-902 report not written, it is tried again id={}", id, e);
      }
    }
  }

  private void write(Caller caller, ImportReportLedger.Owed owed) throws IOException {
    Written written =
        write(owed.figures(), owed.language(), place -> reports.rows(caller, owed.plan(), place));
    laid(written, () -> reports.reported(caller, owed, written));
  }

  /** What isn't laid in its folder mustn't stay on the disk. */
  private void laid(Written written, BooleanSupplier laying) throws IOException {
    boolean laid = false;
    try {
      laid = laying.getAsBoolean();
    } finally {
      if (!laid) {
        folder.eraseReport(written.rows().id());
        folder.eraseReport(written.figures().id());
      }
    }
  }

  /** Tells that a file isn't taken. */
  public void refused(Caller caller, PeopleFile file, RosterCode why) throws IOException {
    permissions.require(caller, Permission.IMPORT_DROP, file.organisation());
    Locale language = reports.language(caller, file.organisation());
    RosterFinding finding = RosterFinding.at(why, 0, file.name(), most());
    Figures figures =
        new Figures(
            Optional.empty(),
            ReportKind.REFUSED,
            clock.instant(),
            Map.of(
                0,
                new DroppedFile(
                    file.name(),
                    file.profile().name(),
                    file.content().size(),
                    file.content().digest().hex(),
                    List.of(finding))),
            Optional.empty(),
            Set.of(),
            Optional.empty());
    Written written = write(figures, language, place -> List.of());
    laid(
        written,
        () -> {
          reports.refused(caller, file, finding, written);
          return true;
        });
  }

  private static String most() {
    return Long.toString(ImportDrafts.MOST_BYTES / 1_000_000);
  }

  private Written write(Figures figures, Locale language, LongFunction<List<PlannedRow>> rows)
      throws IOException {
    ZoneId zone = settings.zone();
    UUID table = ids.get();
    UUID object = ids.get();
    String name =
        "import-"
            + STAMP.format(figures.at().atZone(zone))
            + "-"
            + figures.id().orElse(table.toString()).substring(0, 8)
            + "-"
            + figures.kind().word();
    long tableSize = folder.keepReport(table, out -> DropReport.csv(figures, rows, language, out));
    long objectSize = folder.keepReport(object, out -> DropReport.json(figures, language, out));
    return new Written(
        new Written.File(table, name + ".csv", tableSize),
        new Written.File(object, name + ".json", objectSize));
  }

  /** Both files of a report, as they lie on the disk. */
  public record Written(File rows, File figures) {
    /**
     * One of them.
     *
     * @param size in bytes
     */
    public record File(UUID id, String name, long size) {}
  }
}
