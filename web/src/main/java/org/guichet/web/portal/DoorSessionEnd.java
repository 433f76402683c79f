package org.guichet.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.boundary.DoorSessions;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.jspecify.annotations.Nullable;

/** Puts a machine out that is in over SFTP, by its button in the table of sessions. */
public class DoorSessionEnd extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String PAGE = "/portal/sessions";

  @Inject transient DoorSessions sessions;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matricule matricule =
        Optional.ofNullable(request.getParameter("of"))
            .flatMap(Matricule::parse)
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NO_SUCH_ORGANISATION, "malformed matricule"));
    boolean ended = sessions.end(visitor.caller(), matricule, id(request.getParameter("session")));
    if (ended) {
      NoticeCookie.write("sessions.door.ENDED", request, response);
    } else {
      NoticeCookie.warn("sessions.door.OVER", request, response);
    }
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  private static UUID id(@Nullable String text) {
    try {
      return UUID.fromString(String.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_SESSION, "malformed id");
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }
}
