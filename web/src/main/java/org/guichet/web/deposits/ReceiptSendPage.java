package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.boundary.Colleagues;
import org.guichet.deposit.boundary.ReceiptSending;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/receipt-send?number=…&kind=…}: a receipt is sent again, to its recipients or
 * to one of the organisation, and what became of the mails about it.
 */
@Named
@RequestScoped
public class ReceiptSendPage {
  /** The choice that isn't a person. */
  private static final String RECIPIENTS = "recipients";

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Notices notices;
  @Inject ReceiptSending sending;
  @Inject Colleagues colleagues;
  @Inject DepositPage deposit;

  private @Nullable List<Person> people;
  private @Nullable List<Mail> mails;

  private OrganisationId reader() {
    return visitor
        .caller()
        .organisation()
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NOT_ALLOWED, "receipts are sent by organisations"));
  }

  private ReceiptKind kind() {
    return new Asked(request).one("kind", ReceiptKind.class).orElse(ReceiptKind.PROCESSING);
  }

  public String getKind() {
    return kind().name();
  }

  /** What the receipt is called. */
  public String getName() {
    return texts().text("deposit.receipt." + kind());
  }

  private String wanted() {
    String asked = request.getParameter("to");
    return asked == null ? RECIPIENTS : asked;
  }

  public boolean isToRecipients() {
    return wanted().equals(RECIPIENTS);
  }

  public List<Person> getPeople() {
    if (people == null) {
      String wanted = wanted();
      people =
          colleagues.list(visitor.caller(), reader()).stream()
              .map(
                  one ->
                      new Person(
                          one.id().toString(),
                          CurrentVisitor.full(one.name()),
                          one.id().toString().equals(wanted)))
              .toList();
    }
    return people;
  }

  public List<Mail> getMails() {
    if (mails == null) {
      mails =
          sending.mails(visitor.caller(), reader(), deposit.number()).stream()
              .map(
                  mail ->
                      new Mail(
                          mail.to(),
                          mail.subject(),
                          look(mail.status()),
                          icon(mail.status()),
                          texts().text("mails.status." + mail.status()),
                          mail.changedAt()))
              .toList();
    }
    return mails;
  }

  /** Sends it, and says what became of that. */
  public @Nullable String send() {
    Optional<AccountId> member = isToRecipients() ? Optional.empty() : account();
    if (member.isEmpty() && !isToRecipients()) {
      return notices.errorAt("to", "receipt.send.nobody").stay();
    }
    String again = "/portal/receipt-send?number=" + deposit.number() + "&kind=" + kind();
    return sending
        .send(visitor.caller(), reader(), deposit.number(), kind(), member)
        .fold(
            sent -> notices.info("receipt.send.sent", Integer.toString(sent.mails())).to(again),
            laid -> notices.info("receipt.send.laid").to(again),
            nobody -> notices.errorAt("to", "receipt.send.nobody").stay(),
            often -> notices.errorAt("to", "receipt.send.often").stay());
  }

  private Optional<AccountId> account() {
    try {
      return Optional.of(new AccountId(UUID.fromString(wanted())));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // edited by hand
    }
  }

  private static String look(NoticeStatus status) {
    return status == NoticeStatus.SENT ? "ok" : status.failed() ? "ko" : "ru";
  }

  private static String icon(NoticeStatus status) {
    return status == NoticeStatus.SENT ? "up" : status.failed() ? "down" : "clock";
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** Somebody to choose. */
  public record Person(String id, String name, boolean chosen) {}

  /** A mail about the deposit, and where it stands. */
  public record Mail(
      String to, String subject, String look, String icon, String state, Instant at) {}
}
