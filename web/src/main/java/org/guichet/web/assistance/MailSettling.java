package org.guichet.web.assistance;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.boundary.UnfiledMails;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.MailId;
import org.guichet.web.NoticeCookie;
import org.jspecify.annotations.Nullable;

/** Files a mail in a request's thread, or sets it aside, by its buttons in the list. */
public class MailSettling extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String PAGE = "/portal/unfiled-mails";

  @Inject transient UnfiledMails mails;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UUID id = MailId.asked(request);
    String key = "unfiled.SETTLED";
    if ("file".equals(request.getParameter("deed"))) {
      Optional<TicketMistake> mistake =
          mails.file(visitor.caller(), id, number(request.getParameter("number")));
      key = mistake.map(why -> "unfiled." + why.code()).orElse("unfiled.FILED");
    } else {
      mails.settle(visitor.caller(), id);
    }
    NoticeCookie.write(key, request, response);
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  /** Nonsense is no request's number. */
  private static long number(@Nullable String text) {
    return text != null && text.strip().matches("\\d{1,18}") ? Long.parseLong(text.strip()) : 0;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }
}
