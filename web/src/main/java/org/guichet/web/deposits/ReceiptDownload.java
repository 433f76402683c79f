package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import org.guichet.deposit.boundary.ReceiptForms;
import org.guichet.deposit.entity.ReceiptForm;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;

/**
 * A receipt as a file: as it was given, byte for byte, or in another form. {@code
 * /portal/receipt?number=…&kind=…&form=…}; the proof of the deposit under {@code /portal/proof}.
 */
public class ReceiptDownload extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient DepositPage deposit;
  @Inject transient ReceiptForms forms;
  @Inject transient CurrentVisitor visitor;
  @Inject transient PageLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReceiptForms.Made made =
        request.getServletPath().endsWith("/proof")
            ? forms.proof(
                visitor.caller(),
                visitor.caller().organisation(),
                deposit.number(),
                language.getLocale())
            : receipt(new Asked(request));
    try (InputStream content = made.content()) {
      response.setContentType(made.mediaType());
      response.setContentLengthLong(made.size());
      response.setHeader("Content-Disposition", "attachment; filename=\"" + made.fileName() + "\"");
      content.transferTo(response.getOutputStream());
    }
  }

  private ReceiptForms.Made receipt(Asked asked) throws IOException {
    return forms.make(
        visitor.caller(),
        visitor.caller().organisation(),
        deposit.number(),
        asked.one("kind", ReceiptKind.class).orElse(ReceiptKind.PROCESSING),
        asked.one("form", ReceiptForm.class).orElse(ReceiptForm.XML),
        language.getLocale());
  }
}
