package org.guichet.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.guichet.account.boundary.OwnNews;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/** Notes up to when the visitor has seen what is new, by the buttons of that page. */
public class NewsSeen extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String PAGE = "/portal/notifications";

  @Inject transient OwnNews own;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    time(request.getParameter("until")).ifPresent(until -> own.see(visitor.caller(), until));
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  private static Optional<Instant> time(@Nullable String text) {
    try {
      return Optional.of(Instant.parse(String.valueOf(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }
}
