package org.guichet.receipt.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.control.Receipts;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.OutboxEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receipts that lie ready for an organisation, as its SFTP clients see them. An entry is there
 * whole or not at all.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  @Inject Receipts receipts;
  @Inject FileStore files;
  @Inject Permissions permissions;
  @Inject Clock clock;

  /** Matricules of the partners whose drops left receipts here, in order. */
  public List<String> folders(Caller caller) {
    return receipts.folders(reader(caller, Permission.RECEIPT_READ));
  }

  /** What lies in a folder and isn't acknowledged, by name; "" is the own drops' folder. */
  public List<OutboxEntry> list(Caller caller, String folder) {
    OrganisationId reader = reader(caller, Permission.RECEIPT_READ);
    return receipts.lying(reader, folder).stream().map(LaidReceipt::entry).toList();
  }

  public Optional<OutboxEntry> find(Caller caller, String folder, String name) {
    OrganisationId reader = reader(caller, Permission.RECEIPT_READ);
    return receipts.lying(reader, folder, name).map(LaidReceipt::entry);
  }

  /**
   * The bytes of an entry of the caller's organisation.
   *
   * @throws RefusedException when there is no such entry for it
   */
  public SeekableByteChannel open(Caller caller, UUID entry) throws IOException {
    OrganisationId reader = reader(caller, Permission.RECEIPT_READ);
    return files.openChannel(own(reader, entry).receipt().sha256());
  }

  /** The client deleted it: it has it. It leaves the outbox and stays everywhere else. */
  public void acknowledge(Caller caller, UUID entry) {
    OrganisationId reader = reader(caller, Permission.RECEIPT_ACKNOWLEDGE);
    LaidReceipt laid = own(reader, entry);
    laid.acknowledge(clock.instant());
    log.info("REC-103 receipt acknowledged number={} by={}", laid.receipt().number(), reader);
  }

  private LaidReceipt own(OrganisationId reader, UUID entry) {
    return receipts
        .findLaid(entry)
        .filter(laid -> laid.recipient().equals(reader))
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_RECEIPT, "entry " + entry));
  }

  private OrganisationId reader(Caller caller, Permission permission) {
    OrganisationId organisation =
        caller
            .organisation()
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NOT_ALLOWED, permission + " for nobody"));
    permissions.require(caller, permission, organisation);
    return organisation;
  }
}
