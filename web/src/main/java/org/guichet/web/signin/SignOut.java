package org.guichet.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.util.Optional;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.account.boundary.Sessions;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;

/**
 * Ends the session that asks, by a button of the top bar; there too where the person came from, if
 * that was the provider. A mere look at its address does not.
 */
public class SignOut extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Sessions sessions;
  @Inject transient ProviderSignIn provider;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<URI> farewell = provider.farewell(visitor.caller());
    sessions.signOut(visitor.caller());
    SignInCookies.SESSION.take(request, response);
    NoticeCookie.write("sign-in.SIGNED_OUT", request, response);
    if (farewell.isPresent()) {
      // No redirect: browsers let a form of ours lead to pages of ours only.
      request.setAttribute(LeavingPage.FAREWELL, farewell.get());
      request.getRequestDispatcher("/signin/leaving.xhtml").forward(request, response);
    } else {
      response.sendRedirect(request.getContextPath() + "/signin/login");
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/portal/dashboard");
  }
}
