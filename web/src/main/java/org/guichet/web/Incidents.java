package org.guichet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where faults of pages end: logged once, and answered by the page of faults, which shows the
 * incident's id.
 */
public class Incidents extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  private static final String ATTRIBUTE = Incident.class.getName();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (Exception e) {
      if (e instanceof IOException && response.isCommitted()) {
        log.debug("The browser went away", e);
        return;
      }
      Optional<RefusedException> refused = refusal(e);
      if (refused.isPresent() && !response.isCommitted()) {
        boolean hidden = refused.get().code() != RefusedException.Code.NOT_ALLOWED;
        response.sendError(
            hidden ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      Incident incident = Incident.of(e, request.getMethod() + " " + request.getRequestURI());
      request.setAttribute(ATTRIBUTE, incident);
      if (!response.isCommitted()) {
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
    }
  }

  /** What a boundary refused: an answer, not a fault, however deep it is wrapped. */
  private static Optional<RefusedException> refusal(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  /**
   * The incident that led to an error page. A fault that never came through here is logged by the
   * server; it gets an id of its own, logged with the path.
   */
  static Incident met(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Incident incident) {
      return incident;
    }
    String where = String.valueOf(request.getAttribute("jakarta.servlet.error.request_uri"));
    Throwable fault =
        request.getAttribute("jakarta.servlet.error.exception") instanceof Throwable thrown
            ? thrown
            : new IllegalStateException("Answered 500 without an exception");
    return Incident.of(fault, where);
  }
}
