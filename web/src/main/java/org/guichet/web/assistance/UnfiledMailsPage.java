package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guichet.assistance.boundary.UnfiledMails;
import org.guichet.assistance.entity.UnfiledMail;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/unfiled-mails}: mails that stand in no thread, the oldest first. */
@Named
@RequestScoped
public class UnfiledMailsPage {
  private static final int SIZE = 20;

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject HttpServletRequest request;
  @Inject UnfiledMails mails;

  private @Nullable Page<UnfiledMail> found;

  private Page<UnfiledMail> found() {
    if (found == null) {
      found = mails.list(visitor.caller(), new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return found;
  }

  public List<Row> getRows() {
    Texts texts = Texts.in(language.getLocale());
    return found().rows().stream().map(mail -> Row.of(mail, texts)).toList();
  }

  /** From 1. */
  public int getPage() {
    return new Asked(request).page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(Texts.in(language.getLocale()), "unfiled.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }

  /** What is asked for besides the page: nothing. */
  public String getQuery() {
    return Asked.query(Map.of());
  }

  /**
   * A mail as it is shown.
   *
   * @param reason why it stands in no thread
   * @param number of the request that it says it is about; empty for none
   * @param attachments what came with it and isn't kept; empty for nothing
   */
  public record Row(
      String id,
      String sender,
      String subject,
      String reason,
      String number,
      String text,
      String attachments,
      Instant receivedAt) {
    static Row of(UnfiledMail mail, Texts texts) {
      return new Row(
          mail.id().toString(),
          mail.sender().isEmpty() ? texts.text("unfiled.nobody") : mail.sender(),
          mail.subject().isEmpty() ? texts.text("unfiled.subjectless") : mail.subject(),
          texts.text("unfiled.reason." + mail.reason()),
          mail.number().map(String::valueOf).orElse(""),
          mail.text(),
          mail.attachments().isEmpty()
              ? ""
              : texts.text("ticket.mail.attachments", String.join(", ", mail.attachments())),
          mail.receivedAt());
    }
  }
}
