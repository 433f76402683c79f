package org.guichet.web.operator;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.guichet.notice.boundary.MailDesk;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.MailId;
import org.guichet.web.NoticeCookie;

/** Sends a mail again that didn't arrive, by its button in the table. */
public class MailResending extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String PAGE = "/portal/mails";

  @Inject transient MailDesk desk;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String key =
        desk.resend(visitor.caller(), MailId.asked(request))
            .fold(
                requeued -> "mails.REQUEUED", not -> "mails.NOT_FAILED", gone -> "mails.FORGOTTEN");
    NoticeCookie.write(key, request, response);
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }
}
