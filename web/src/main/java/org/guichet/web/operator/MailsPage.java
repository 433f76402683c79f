package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.notice.boundary.MailDesk;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.NoticeView;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/mails}: what became of every mail, by {@code status} and {@code page}. */
@Named
@RequestScoped
public class MailsPage {
  private static final int SIZE = 25;

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject HttpServletRequest request;
  @Inject MailDesk desk;

  private @Nullable List<NoticeView> found;

  private List<NoticeView> found() {
    if (found == null) {
      found =
          desk.list(
              visitor.caller(),
              new NoticeQuery(Optional.empty(), status(), (getPage() - 1) * SIZE, SIZE + 1));
    }
    return found;
  }

  private Optional<NoticeStatus> status() {
    return new Asked(request).one("status", NoticeStatus.class);
  }

  public List<Row> getRows() {
    return found().stream().limit(SIZE).map(this::row).toList();
  }

  /** What the list can be narrowed to. */
  public List<Choice> getChoices() {
    Texts texts = Texts.in(language.getLocale());
    return Stream.of(NoticeStatus.values())
        .map(
            status ->
                new Choice(
                    status.name(),
                    texts.text("mails.status." + status),
                    status().filter(status::equals).isPresent()))
        .toList();
  }

  /** Whether the list is narrowed. */
  public boolean isNarrowed() {
    return status().isPresent();
  }

  /** From 1. */
  public int getPage() {
    return new Asked(request).page();
  }

  /** Whether there is a further page. */
  public boolean isMore() {
    return found().size() > SIZE;
  }

  /** What is asked for besides the page. */
  public String getQuery() {
    return Asked.query(Map.of("status", status().map(Enum::name).orElse("")));
  }

  private Row row(NoticeView mail) {
    Texts texts = Texts.in(language.getLocale());
    NoticeStatus status = mail.status();
    return new Row(
        mail.id().toString(),
        mail.subject(),
        mail.to(),
        mail.postedAt(),
        status == NoticeStatus.SENT ? "ok" : status.failed() ? "ko" : "ru",
        status == NoticeStatus.SENT ? "up" : status.failed() ? "down" : "clock",
        texts.text("mails.status." + status),
        mail.failure()
            .filter(failure -> status != NoticeStatus.SENT)
            .map(MailFailure::kind)
            .map(kind -> texts.text("mails.failure." + kind))
            .orElse(""),
        mail.nextTryAt().map(dates::shortly).orElse(""),
        status.failed() && mail.kept());
  }

  /**
   * A state to narrow the list to.
   *
   * @param here whether it is
   */
  public record Choice(String code, String name, boolean here) {}

  /**
   * A mail in the table; {@code look} and {@code icon} show its state.
   *
   * @param failure why it didn't arrive; empty for no reason known
   * @param nextTry empty unless it waits
   * @param resendable whether it can be sent again
   */
  public record Row(
      String id,
      String subject,
      String to,
      Instant postedAt,
      String look,
      String icon,
      String state,
      String failure,
      String nextTry,
      boolean resendable) {}
}
