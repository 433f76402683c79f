package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.guichet.deposit.boundary.ReceiptForms;
import org.guichet.platform.entity.Paper;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/receipt-paper?number=…&kind=…}: a receipt to be read, or printed. */
@Named
@RequestScoped
public class ReceiptPaperPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject ReceiptForms forms;
  @Inject DepositPage deposit;

  private @Nullable Paper paper;

  public Paper getPaper() {
    if (paper == null) {
      try {
        paper =
            forms.read(
                visitor.caller(),
                visitor.caller().organisation(),
                deposit.number(),
                ReceiptKind.valueOf(getKind()),
                language.getLocale());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return paper;
  }

  public String getKind() {
    return new Asked(request).one("kind", ReceiptKind.class).orElse(ReceiptKind.PROCESSING).name();
  }

  public boolean isProcessing() {
    return getKind().equals(ReceiptKind.PROCESSING.name());
  }

  /** Class of the colour of what it comes to. */
  public String getLook() {
    return switch (getPaper().stamp().look()) {
      case GOOD -> "ok";
      case MIXED -> "wa";
      case BAD -> "ko";
      case NEUTRAL -> "ne";
    };
  }

  public String getIcon() {
    return switch (getPaper().stamp().look()) {
      case GOOD -> "up";
      case MIXED -> "half";
      case BAD -> "down";
      case NEUTRAL -> "check";
    };
  }
}
