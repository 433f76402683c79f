package org.guichet.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.boundary.Sessions;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.platform.entity.Caller;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.guichet.web.Wanted;

/**
 * Tells the container who asks, anew with each request, from a cookie and the tables alone: a
 * session goes on wherever the next request arrives, and ends everywhere at once (decision 23).
 * Whoever isn't signed in and wants a page of the portal is sent to sign in.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  /** What the constraint of web.xml asks for; what anybody may do there, boundaries judge. */
  static final String ROLE = "signed-in";

  private static final String PORTAL = "/portal/";

  /** Sent by guichet.js with what a page fetches by itself. */
  private static final String BY_ITSELF = "Guichet-By-Itself";

  @Inject Sessions sessions;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<SignedInPerson> person = person(request);
    if (person.isPresent()) {
      CurrentVisitor.enters(person.get(), request);
      return context.notifyContainerAboutLogin(person.get().login(), Set.of(ROLE));
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    if (SignInCookies.SESSION.in(request).isPresent()) {
      SignInCookies.SESSION.take(request, response);
      NoticeCookie.warn("sign-in.AGAIN", request, response);
    }
    response.setHeader("Cache-Control", "no-store");
    return context.redirect(request.getContextPath() + wanted(request).signInAddress());
  }

  private Optional<SignedInPerson> person(HttpServletRequest request) {
    return isForPeople(request)
        ? SignInCookies.SESSION.in(request).flatMap(token -> person(request, token))
        : Optional.empty();
  }

  private Optional<SignedInPerson> person(HttpServletRequest request, String token) {
    Caller visitor = Caller.visitor(request.getRemoteAddr());
    return isByItself(request) ? sessions.glance(visitor, token) : sessions.resume(visitor, token);
  }

  /** What an open page does without anybody: it fetches what changed, and renews its live line. */
  static boolean isByItself(HttpServletRequest request) {
    return request.getHeader(BY_ITSELF) != null
        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /** Style sheets and the like are the same for everybody; they cost no look at the tables. */
  private static boolean isForPeople(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith(PORTAL) || !(path.contains(".") || path.startsWith("/health"));
  }

  private static Wanted wanted(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return Wanted.USUAL;
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString();
    return Wanted.of(query == null ? path : path + "?" + query);
  }
}
