package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import org.guichet.platform.entity.DepositId;
import org.guichet.receipt.boundary.ReceiptDesk;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;

/** A receipt as it was given, byte for byte: {@code /portal/receipt?number=…&kind=…}. */
public class ReceiptDownload extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient DepositPage deposit;
  @Inject transient ReceiptDesk desk;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReceiptKind kind =
        new Asked(request).one("kind", ReceiptKind.class).orElse(ReceiptKind.PROCESSING);
    DepositId id = deposit.details().deposit().id();
    ReceiptDesk.Given given =
        desk.open(visitor.caller(), visitor.caller().organisation(), id, kind);
    try (InputStream content = given.content()) {
      response.setContentType("application/xml");
      response.setContentLengthLong(given.receipt().size());
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"" + given.receipt().fileName() + "\"");
      content.transferTo(response.getOutputStream());
    }
  }
}
