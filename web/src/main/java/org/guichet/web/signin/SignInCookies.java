package org.guichet.web.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.guichet.web.Cookies;

/**
 * What a browser keeps to prove who it is. Each is a random text that only the tables can say
 * something about; none can be read by scripts.
 */
public enum SignInCookies {
  /** Somebody is signed in. Gone when the browser is closed; the tables may end it earlier. */
  SESSION("guichet", Optional.empty()),
  /** A right password was given and something is missing still. */
  STEP("guichet-step", Optional.of(Duration.ofMinutes(10))),
  /** Somebody went to the provider from here; closed, so that only we can read it. */
  PROVIDER("guichet-provider", Optional.of(Duration.ofMinutes(10))),
  /** Somebody came back whom nobody knows, and may link that identity with the own account. */
  OFFER("guichet-offer", Optional.of(Duration.ofMinutes(15))),
  /** Somebody signed in with this browser before. */
  DEVICE("guichet-device", Optional.of(Duration.ofDays(180)));

  private static final String HOST_ONLY = "__Host-";

  private final String plainName;
  private final Optional<Duration> time;

  SignInCookies(String plainName, Optional<Duration> time) {
    this.plainName = plainName;
    this.time = time;
  }

  /** Under TLS the name itself keeps other hosts and plain connections from setting it. */
  private String name(HttpServletRequest request) {
    return (request.isSecure() ? HOST_ONLY : "") + plainName;
  }

  public Optional<String> in(HttpServletRequest request) {
    return Cookies.value(request, name(request));
  }

  public void give(String value, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = Cookies.ours(name(request), value, request);
    time.ifPresent(t -> cookie.setMaxAge((int) t.toSeconds()));
    response.addCookie(cookie);
  }

  public void take(HttpServletRequest request, HttpServletResponse response) {
    if (in(request).isPresent()) {
      Cookie cookie = Cookies.ours(name(request), "", request);
      cookie.setMaxAge(0);
      response.addCookie(cookie);
    }
  }
}
