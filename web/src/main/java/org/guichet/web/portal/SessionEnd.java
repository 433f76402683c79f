package org.guichet.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.UUID;
import org.guichet.account.boundary.Sessions;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.SessionId;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.jspecify.annotations.Nullable;

/** Ends one of the visitor's own sessions, by its button in the table. */
public class SessionEnd extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Sessions sessions;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    sessions.revoke(visitor.caller(), id(request.getParameter("session")));
    NoticeCookie.write("sessions.ENDED", request, response);
    response.sendRedirect(request.getContextPath() + "/portal/sessions");
  }

  private static SessionId id(@Nullable String text) {
    try {
      return new SessionId(UUID.fromString(String.valueOf(text)));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_SESSION, "malformed id");
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/portal/sessions");
  }
}
