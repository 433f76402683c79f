package org.guichet.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses what a page of somebody else makes a browser send here. Whatever may change something
 * must say that it comes from a page of ours; every browser says where a request comes from. So
 * forms need no secret, no view kept on the server, and don't grow old (decision 24).
 */
public class CrossSiteGate extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(CrossSiteGate.class);
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  /** For programs, with proofs of their own that no browser sends by itself. */
  private static final String FOR_PROGRAMS = "/administration";

  @Inject transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (HARMLESS.contains(request.getMethod())
        || request.getServletPath().equals(FOR_PROGRAMS)
        || comesFromUs(request)) {
      chain.doFilter(request, response);
      return;
    }
    log.warn("WEB-403 refused what comes from elsewhere path={}", request.getRequestURI());
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  private boolean comesFromUs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    // Browsers say less over plain HTTP.
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    String from = origin.toLowerCase(Locale.ROOT);
    return from.equals(originOf(settings.publicUrl()))
        || from.equals("http://" + host(request))
        || from.equals("https://" + host(request));
  }

  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  /** As browsers name where a page of this address comes from. */
  public static String originOf(URI url) {
    return (url.getScheme() + "://" + url.getAuthority()).toLowerCase(Locale.ROOT);
  }
}
