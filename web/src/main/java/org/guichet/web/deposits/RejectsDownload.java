package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.guichet.deposit.boundary.DepositDossier;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;

/**
 * A file of just the rejected passages of a deposit, ready to be mended and dropped: {@code
 * /portal/rejects?number=…}.
 */
public class RejectsDownload extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient DepositPage deposit;
  @Inject transient DepositDossier dossier;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<DepositDossier.Extract> extract =
        dossier.rejects(visitor.caller(), visitor.caller().organisation(), deposit.number());
    if (extract.isEmpty()) {
      throw new RefusedException(
          RefusedException.Code.NO_SUCH_DEPOSIT, "no extract of " + deposit.number());
    }
    try (InputStream content = extract.get().content()) {
      response.setContentType("application/xml");
      // Names of files may hold any letter.
      String name = URLEncoder.encode(extract.get().fileName(), StandardCharsets.UTF_8);
      response.setHeader(
          "Content-Disposition", "attachment; filename*=UTF-8''" + name.replace("+", "%20"));
      content.transferTo(response.getOutputStream());
    }
  }
}
