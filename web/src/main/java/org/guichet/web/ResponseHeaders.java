package org.guichet.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tells browsers what pages of ours may do: nothing from elsewhere, no script or style that we
 * didn't send, no frame around them. What has a version in its address may be kept for ever, the
 * rest is asked for anew.
 */
public class ResponseHeaders extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  /** Request attribute: what inline scripts and styles of this answer name themselves by. */
  public static final String NONCE = "nonce";

  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s'; "
          // PrimeFaces' components write style="…"; no nonce can cover an attribute.
          + "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Where Faces has the scripts of its libraries, with their versions. */
  private static final String LIBRARIES = "/jakarta.faces.resource/";

  private static final int NONCE_BYTES = 16;
  private static final String ONE_YEAR = "max-age=31536000";

  @Inject transient SecureRandom random;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String nonce = nonce();
    request.setAttribute(NONCE, nonce);
    response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cache-Control", keeping(request));
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", ONE_YEAR);
    }
    chain.doFilter(request, response);
  }

  private static String keeping(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith("/portal/") || path.startsWith("/signin/")) {
      return "no-store"; // somebody else may sit down at this browser
    }
    String query = request.getQueryString();
    boolean versioned = query != null && (query.startsWith("v=") || query.contains("&v="));
    boolean part = path.startsWith(Assets.FOLDER) || path.startsWith(LIBRARIES);
    return part && versioned ? ONE_YEAR + ", immutable" : "no-cache";
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
