package org.guichet.web.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.regex.Pattern;
import org.guichet.web.Cookies;
import org.guichet.web.CurrentVisitor;

/**
 * Remembers in the browser for which organisation somebody works. It grants nothing: {@link
 * CurrentVisitor} goes by it only among the organisations that the person belongs to.
 */
public class OrganisationChoice extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern MATRICULE = Pattern.compile("[A-Za-z0-9]{8}");
  private static final int REMEMBERED = (int) Duration.ofDays(365).toSeconds();

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String matricule = request.getParameter("organisation");
    if (matricule != null && MATRICULE.matcher(matricule).matches()) {
      Cookie cookie = Cookies.ours(CurrentVisitor.CHOICE, matricule, request);
      cookie.setMaxAge(REMEMBERED);
      response.addCookie(cookie);
    }
    response.sendRedirect(request.getContextPath() + "/portal/dashboard");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/portal/dashboard");
  }
}
