package org.guichet.receipt.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.control.DigestTable;
import org.guichet.receipt.control.Digests;
import org.guichet.receipt.entity.Digest;
import org.guichet.receipt.entity.DigestEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of digests: each method is one short transaction. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DigestLedger {
  private static final Logger log = LoggerFactory.getLogger(DigestLedger.class);

  private static final int MOST = 200;

  @Inject Permissions permissions;
  @Inject Digests digests;
  @Inject OrganisationDirectory organisations;
  @Inject Notices notices;
  @Inject Settings settings;
  @Inject Supplier<UUID> ids;

  /**
   * Removes digests that were sent long ago; one transaction of bounded size.
   *
   * @return how many; zero when nothing is left to do
   */
  public int forgetOld(Caller caller, Instant before) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    return digests.removeBefore(before, MOST);
  }

  /** Readers who are to be told of something, and weren't at {@code until}. */
  public List<Digests.Due> due(Caller caller, Instant until) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    return digests.due(until);
  }

  /**
   * Takes what a reader is to be told, and posts the mail, both or neither.
   *
   * @return false when the reader is gone: what it was to be told is forgotten
   */
  public boolean send(Caller caller, Digests.Due due, Instant until) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    Optional<OrganisationView> organisation = organisations.find(caller, due.organisation());
    Optional<MailRecipientView> reader =
        organisation.stream()
            .flatMap(o -> o.recipients().stream())
            .filter(to -> to.id().equals(due.recipient()))
            .findFirst();
    if (reader.isEmpty()) {
      int forgotten = digests.forget(due.recipient());
      log.info("REC-112 digest dropped recipient={} receipts={}", due.recipient(), forgotten);
      return false;
    }
    Digest digest = new Digest(ids.get(), due.recipient(), until);
    List<DigestEntry> entries = digests.take(digest);
    DigestTable table = DigestTable.of(entries, settings.zone(), reader.get().language());
    notices.post(
        caller,
        new Notice(
                reader.get().address(),
                reader.get().language(),
                "digest.daily",
                table.arguments(
                    organisation.orElseThrow().name(), until, settings.publicUrl().toString()),
                List.of(),
                "digest:" + digest.id())
            .about(due.organisation(), digest.id())
            .with(table.rows()));
    log.info(
        "REC-111 digest posted recipient={} until={} receipts={}",
        due.recipient(),
        until,
        entries.size());
    return true;
  }
}
