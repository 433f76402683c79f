package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.control.AutomaticMail;
import org.guichet.notice.control.ChosenInbox;
import org.guichet.notice.control.DeliveryReport;
import org.guichet.notice.control.Inbox;
import org.guichet.notice.control.MailAddresses;
import org.guichet.notice.control.MailReader;
import org.guichet.notice.control.UndeliveredException;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the inbox: mails of ours that came back are marked, what people write is handed to
 * whomever it concerns. Everything else it leaves alone. Looking twice is harmless; nothing is ever
 * answered by itself.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboxReading {
  private static final Logger log = LoggerFactory.getLogger(InboxReading.class);

  @Inject Permissions permissions;
  @Inject ChosenInbox chosen;
  @Inject InboxLedger ledger;
  @Inject MailTakers takers;
  @Inject Settings settings;

  /** Reads what came since the last time; does nothing where no inbox is set. */
  public void readNew(Caller caller) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    Optional<Inbox> inbox = chosen.inbox();
    if (inbox.isEmpty()) {
      return;
    }
    String name = inbox.get().name();
    try {
      Inbox.Position from = ledger.position(caller, name);
      Inbox.Position reached = inbox.get().readAfter(from, mail -> read(caller, mail));
      if (!reached.equals(from)) {
        ledger.reached(caller, name, reached);
      }
    } catch (MessagingException e) {
      log.warn("NOT-121 inbox not read why={}", UndeliveredException.reason(e));
    }
  }

  private boolean read(Caller caller, Message mail) throws MessagingException, IOException {
    MailAddresses addresses = new MailAddresses(settings.mail());
    Optional<DeliveryReport> report = DeliveryReport.read(mail);
    return report.isPresent()
        ? judge(caller, mail, report.get(), addresses)
        : handOn(caller, mail, addresses);
  }

  private boolean judge(Caller caller, Message mail, DeliveryReport report, MailAddresses addresses)
      throws MessagingException {
    Optional<UUID> notice =
        report.messageId().flatMap(addresses::byMessageId).or(() -> byRecipient(mail, addresses));
    if (notice.isEmpty()) {
      return false;
    }
    if (report.failure().isEmpty()) {
      log.info("NOT-123 report without a failure id={}", notice.get());
      return true;
    }
    return ledger.bounced(caller, notice.get(), report.failure().get(), receivedAt(mail));
  }

  /** What a robot wrote stays where it is: who answers robots is answered by them. */
  private boolean handOn(Caller caller, Message mail, MailAddresses addresses)
      throws MessagingException {
    if (AutomaticMail.is(mail) || MailReader.sender(mail).filter(addresses::ours).isPresent()) {
      log.info("NOT-125 automatic mail in the inbox left alone");
      return false;
    }
    return takers.take(
        caller,
        MailReader.read(mail, addresses, (sender, ids) -> ledger.answered(caller, sender, ids)));
  }

  /** Which notice's own return path the report came to. */
  private static Optional<UUID> byRecipient(Message mail, MailAddresses addresses) {
    try {
      Address[] to = mail.getAllRecipients();
      for (Address address : to == null ? new Address[0] : to) {
        Optional<UUID> notice =
            address instanceof InternetAddress internet
                ? addresses.byReturnPath(internet.getAddress())
                : Optional.empty();
        if (notice.isPresent()) {
          return notice;
        }
      }
    } catch (MessagingException e) {
      log.debug("NOT-124 report with unreadable recipients", e);
    }
    return Optional.empty();
  }

  private static Instant receivedAt(Message mail) throws MessagingException {
    Date received = mail.getReceivedDate();
    return received == null ? Instant.MAX : received.toInstant();
  }
}
