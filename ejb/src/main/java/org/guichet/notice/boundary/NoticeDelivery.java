package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.control.MailAddresses;
import org.guichet.notice.control.MailTransport;
import org.guichet.notice.control.MailWriter;
import org.guichet.notice.control.UndeliveredException;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.MailFailure;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. Talking to a mail server may take minutes, so it happens outside any
 * transaction; only {@link NoticeLedger} writes, briefly. When a server dies between sending and
 * writing it down, the mail is sent again, with the same Message-ID.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeDelivery {
  private static final Logger log = LoggerFactory.getLogger(NoticeDelivery.class);
  private static final int BATCH = 50;

  @Inject Permissions permissions;
  @Inject NoticeLedger ledger;
  @Inject MailTransport transport;
  @Inject FileStore files;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Sends all that is due now, until nothing is or the mail server can't be reached.
   *
   * @return how many were sent
   */
  public int deliverDue(Caller caller) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    int sent = 0;
    List<UUID> due = ledger.due(caller, BATCH);
    while (!due.isEmpty()) {
      for (UUID id : due) {
        Result result = deliver(caller, id);
        if (result == Result.OUT_OF_REACH) {
          return sent;
        }
        if (result == Result.SENT) {
          sent++;
        }
      }
      if (sent > 0) {
        ledger.serverIsBack(caller);
      }
      due = ledger.due(caller, BATCH);
    }
    return sent;
  }

  private Result deliver(Caller caller, UUID id) {
    Optional<Letter> letter = ledger.claim(caller, id);
    if (letter.isEmpty()) {
      return Result.NOT_SENT; // somebody else's
    }
    try {
      send(letter.get());
    } catch (UndeliveredException e) {
      ledger.failed(caller, id, e.failure());
      return e.failure().kind().anyMail() ? Result.OUT_OF_REACH : Result.NOT_SENT;
    } catch (MessagingException | RuntimeException e) {
      // A fault of ours in one letter must not hold the others back; it counts as a try. Without
      // its stack, whose messages may quote an address.
      String reason = UndeliveredException.reason(e);
      log.error("NOT-202 notice not written id={} why={}", id, reason);
      ledger.failed(caller, id, new MailFailure(MailFailure.Kind.BROKEN_OFF, null, reason));
      return Result.NOT_SENT;
    }
    ledger.sent(caller, id);
    return Result.SENT;
  }

  private void send(Letter letter) throws MessagingException, UndeliveredException {
    MailWriter writer = new MailWriter(new MailAddresses(settings.mail()), files::open);
    transport.deliver(writer.write(letter, clock.instant()), MailWriter.fileName(letter));
  }

  private enum Result {
    SENT,
    NOT_SENT,
    OUT_OF_REACH
  }
}
