package org.guichet.receipt.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.receipt.control.Digests;
import org.guichet.receipt.control.Postage;
import org.guichet.receipt.control.Receipts;
import org.guichet.receipt.entity.DigestEntry;
import org.guichet.receipt.entity.Gist;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.Reader;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptView;
import org.guichet.receipt.entity.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives receipts, in the transaction that decides them: row, outbox entries and mails are there
 * together or not at all.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ReceiptIssuing {
  private static final Logger log = LoggerFactory.getLogger(ReceiptIssuing.class);
  private static final String MEDIA_TYPE = "application/xml";
  private static final String SENT_AGAIN = "receipt.sent-again";

  @Inject Receipts receipts;
  @Inject Digests digests;
  @Inject Notices notices;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** A number for a reception receipt that is about to be written. */
  public String nextReceptionNumber(Caller caller) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    return "AR-" + receipts.nextNumber();
  }

  public Optional<ReceiptView> find(Caller caller, UUID subject, ReceiptKind kind) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    return receipts.find(subject, kind).map(Receipt::view);
  }

  /** Issues a receipt to all of its recipients; one that was issued already is left as it is. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void issue(Caller caller, NewReceipt given) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    if (receipts.find(given.subject(), given.kind()).isPresent()) {
      return;
    }
    String fileName = receipts.freeName(given.sender(), given.names());
    Receipt receipt = Receipt.issue(ids.get(), given, fileName, clock.instant());
    receipts.add(receipt);
    for (Recipient recipient : given.recipients()) {
      receipts.lay(LaidReceipt.lay(ids.get(), receipt, recipient, clock.instant()));
      tell(caller, receipt, recipient, given.template(), given.subject(), given.gist());
    }
    log.info(
        "REC-101 receipt issued number={} kind={} ok={} deposit={} recipients={}",
        receipt.number(),
        receipt.kind(),
        receipt.ok(),
        given.deposit(),
        given.recipients().size());
  }

  /**
   * Gives a receipt once more, because of {@code occasion}: it lies in the outboxes again and is
   * told of again.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void giveAgain(
      Caller caller,
      UUID subject,
      ReceiptKind kind,
      List<Recipient> recipients,
      String template,
      UUID occasion,
      Gist gist) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    Receipt receipt = receipts.find(subject, kind).orElseThrow();
    for (Recipient recipient : recipients) {
      receipts
          .findLaid(receipt, recipient.organisation())
          .ifPresentOrElse(
              laid -> laid.layAgain(clock.instant()),
              () -> receipts.lay(LaidReceipt.lay(ids.get(), receipt, recipient, clock.instant())));
      tell(caller, receipt, recipient, template, occasion, gist);
    }
    log.info("REC-102 receipt given again number={} occasion={}", receipt.number(), occasion);
  }

  /**
   * Mails a receipt once more to whom the recipient names, whatever they chose, because somebody
   * there wants it.
   *
   * @param lay whether it lies in the outbox again, too
   * @param occasion of this time
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void sendAgain(
      Caller caller,
      UUID subject,
      ReceiptKind kind,
      Recipient recipient,
      boolean lay,
      UUID occasion) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    Receipt receipt = receipts.find(subject, kind).orElseThrow();
    if (lay) {
      receipts
          .findLaid(receipt, recipient.organisation())
          .ifPresent(laid -> laid.layAgain(clock.instant()));
    }
    for (Reader reader : recipient.readers()) {
      mail(caller, receipt, recipient, reader, SENT_AGAIN, occasion, subject);
    }
    log.info(
        "REC-106 receipt sent again number={} mails={} laid={}",
        receipt.number(),
        recipient.readers().size(),
        lay);
  }

  /** Forgets the receipts on something that isn't kept. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void forget(Caller caller, UUID subject) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    receipts.removeBySubject(subject);
  }

  /** Each reader in the way that it chose. */
  private void tell(
      Caller caller,
      Receipt receipt,
      Recipient recipient,
      String template,
      UUID occasion,
      Gist gist) {
    for (Reader reader : recipient.readers()) {
      switch (Postage.of(reader.to(), receipt.kind(), gist.outcome())) {
        case MAIL -> mail(caller, receipt, recipient, reader, template, occasion, occasion);
        case DIGEST ->
            digests.note(
                DigestEntry.note(
                    ids.get(),
                    recipient.organisation(),
                    reader.to().id(),
                    receipt,
                    occasion,
                    gist,
                    clock.instant()));
        case NONE -> log.debug("REC-104 receipt not mailed number={}", receipt.number());
      }
    }
  }

  private void mail(
      Caller caller,
      Receipt receipt,
      Recipient recipient,
      Reader reader,
      String template,
      UUID occasion,
      UUID about) {
    Map<String, String> all = new HashMap<>(reader.mailArguments());
    all.put("organisation", recipient.name());
    all.put("receiptNumber", receipt.number());
    all.put("sha256", receipt.sha256().hex());
    notices.post(
        caller,
        new Notice(
                reader.to().address(),
                reader.to().language(),
                template,
                all,
                List.of(new Notice.Attachment(receipt.fileName(), MEDIA_TYPE, receipt.sha256())),
                "receipt:" + receipt.id() + ":" + reader.to().id() + ":" + occasion)
            .about(recipient.organisation(), about));
  }
}
