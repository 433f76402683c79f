package org.guichet.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.guichet.account.boundary.Sessions;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;

/** Ends the session that asks, by a button of the top bar. A mere look at its address does not. */
public class SignOut extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Sessions sessions;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    sessions.signOut(visitor.caller());
    SignInCookies.SESSION.take(request, response);
    NoticeCookie.write("sign-in.SIGNED_OUT", request, response);
    response.sendRedirect(request.getContextPath() + "/signin/login");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/portal/dashboard");
  }
}
