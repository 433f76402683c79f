package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.entity.ImportReport;
import org.guichet.roster.entity.ReportView;

/** Reports on imports that came by SFTP, as the folder {@code /import/rapports} shows them. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportReports {
  @Inject ImportLedger ledger;

  /** Those of the caller's organisation that nobody has deleted there, by name. */
  public List<ReportView> list(Caller caller) {
    return ledger.drops.reports(ledger.dropper(caller)).stream().map(ImportReport::view).toList();
  }

  /** The one of this name among them. */
  public Optional<ReportView> find(Caller caller, String name) {
    return ledger.drops.report(ledger.dropper(caller), name).map(ImportReport::view);
  }

  /**
   * Opens one for reading.
   *
   * @throws RefusedException when there is no such report for the caller's organisation
   */
  public SeekableByteChannel open(Caller caller, UUID id) throws IOException {
    own(ledger.dropper(caller), id);
    return Files.newByteChannel(ledger.folder.report(id), StandardOpenOption.READ);
  }

  /** The client deleted it: it has it. It leaves the folder; the portal tells the same. */
  public void acknowledge(Caller caller, UUID id) {
    own(ledger.dropper(caller), id).acknowledge(ledger.now());
  }

  private ImportReport own(OrganisationId reader, UUID id) {
    return Optional.of(id)
        .flatMap(ledger.drops::report)
        .filter(report -> report.organisation().equals(reader))
        .orElseThrow(() -> new RefusedException(RefusedException.Code.NO_SUCH_IMPORT, "report"));
  }
}
