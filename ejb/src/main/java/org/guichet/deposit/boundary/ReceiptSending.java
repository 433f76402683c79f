package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.Colleagues;
import org.guichet.account.entity.NewPerson;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.deposit.control.Correspondence;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.SendingLimits;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.SendingOutcome;
import org.guichet.notice.boundary.MailDesk;
import org.guichet.notice.entity.MailState;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.boundary.ReceiptDesk;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.Recipient;

/**
 * Sends a receipt again, to those to whom an organisation has its receipts mailed or to one of its
 * people. It is the same receipt; only whom it was given to may send it, and to nobody outside.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ReceiptSending {
  private static final Caller SYSTEM = Caller.system("receipt sending");

  @Inject Deposits deposits;
  @Inject ReceiptDesk desk;
  @Inject ReceiptIssuing issuing;
  @Inject MailDesk mails;
  @Inject Colleagues colleagues;
  @Inject OrganisationDirectory organisations;
  @Inject Correspondence correspondence;
  @Inject SendingLimits limits;
  @Inject AuditTrail audit;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /**
   * Sends it.
   *
   * @param reader the organisation that was given the receipt
   * @param member one of its people; empty for those whom it has its receipts mailed to, and its
   *     outbox
   */
  public SendingOutcome send(
      Caller caller,
      OrganisationId reader,
      long number,
      ReceiptKind kind,
      Optional<AccountId> member) {
    permissions.require(caller, Permission.RECEIPT_READ, reader);
    Deposit deposit = given(caller, reader, number, kind);
    OrganisationView organisation = organisations.find(SYSTEM, reader).orElseThrow();
    Optional<NewPerson> person = member.flatMap(id -> colleagues.address(caller, reader, id));
    if (member.isPresent() && person.isEmpty()) {
      return new SendingOutcome.NobodyThere();
    }
    if (!limits.takes(reader, number, caller.label())) {
      return new SendingOutcome.TooOften();
    }
    List<MailRecipientView> to =
        person
            .map(one -> List.of(recipient(member.orElseThrow(), one)))
            .orElseGet(organisation::recipients);
    Recipient recipient =
        correspondence.again(deposit, organisation, dropper(deposit), certifier(deposit), to);
    issuing.sendAgain(SYSTEM, deposit.id().value(), kind, recipient, member.isEmpty(), ids.get());
    audit.write(
        caller,
        AuditEntry.of(AuditAction.RECEIPT_SENT_AGAIN, AuditSubject.organisation(reader))
            .in(reader)
            .after(
                Map.of(
                    "deposit", Long.toString(number),
                    "receipt", kind.name(),
                    "mails", Integer.toString(to.size()))));
    return to.isEmpty() ? new SendingOutcome.LaidOnly() : new SendingOutcome.Sent(to.size());
  }

  /** What became of the mails about this deposit, the newest first, some of them. */
  public List<MailState> mails(Caller caller, OrganisationId reader, long number) {
    permissions.require(caller, Permission.RECEIPT_READ, reader);
    Deposit deposit = find(reader, number);
    return mails.about(SYSTEM, reader, deposit.id().value());
  }

  private MailRecipientView recipient(AccountId id, NewPerson person) {
    return new MailRecipientView(
        id.value(), person.email(), person.language(), Set.of(), MailTiming.EACH, clock.instant());
  }

  private OrganisationView dropper(Deposit deposit) {
    return organisations.find(SYSTEM, deposit.organisation()).orElseThrow();
  }

  private Optional<OrganisationView> certifier(Deposit deposit) {
    return deposit.certifier().flatMap(one -> organisations.find(SYSTEM, one));
  }

  private Deposit given(Caller caller, OrganisationId reader, long number, ReceiptKind kind) {
    Deposit deposit = find(reader, number);
    boolean given =
        desk.of(caller, Optional.of(reader), deposit.id()).stream()
            .anyMatch(receipt -> receipt.kind() == kind);
    if (!given) {
      throw new RefusedException(
          RefusedException.Code.NO_SUCH_RECEIPT, kind + " of deposit " + number);
    }
    return deposit;
  }

  private Deposit find(OrganisationId reader, long number) {
    return deposits
        .findByNumber(number)
        .filter(
            deposit ->
                reader.equals(deposit.organisation())
                    || Optional.of(reader).equals(deposit.certifier()))
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "deposit " + number));
  }
}
