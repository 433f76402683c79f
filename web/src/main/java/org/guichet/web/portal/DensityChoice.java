package org.guichet.web.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import org.guichet.web.Cookies;
import org.guichet.web.Wanted;

/** Remembers in the browser how close the rows of tables stand, and leads back. */
public class DensityChoice extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final int REMEMBERED = (int) Duration.ofDays(365).toSeconds();

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean compact = TableDensity.COMPACT.equals(request.getParameter("density"));
    Cookie cookie =
        Cookies.ours(TableDensity.COOKIE, compact ? TableDensity.COMPACT : "usual", request);
    cookie.setMaxAge(REMEMBERED);
    response.addCookie(cookie);
    Wanted back = Wanted.of(request.getParameter("back"));
    response.sendRedirect(request.getContextPath() + back.address());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + Wanted.USUAL.address());
  }
}
