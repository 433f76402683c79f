package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.regex.Pattern;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the command line of this machine to the administration endpoint: over the loopback
 * listener, with the key. Everybody else meets a 404, as at any address where nothing is.
 */
public class AdministrationGate extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  /** The command line sends none of these; a proxy's could make an outsider look local. */
  private static final List<String> FORWARDING =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Proto",
          "Via");

  private static final Pattern LOOPBACK_4 = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

  @Inject transient Settings settings;
  @Inject transient AdministrationKey key;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (mayPass(request)) {
      response.setHeader("Cache-Control", "no-store");
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean mayPass(HttpServletRequest request) {
    return request.getLocalPort() == settings.http().managementPort()
        && isLoopback(request.getLocalAddr())
        && isLoopback(request.getRemoteAddr())
        && FORWARDING.stream().allMatch(name -> request.getHeader(name) == null)
        && key.opens(request.getHeader("Authorization"));
  }

  /** Looks at the text only: a host name is never resolved. */
  static boolean isLoopback(@Nullable String address) {
    return address != null
        && (LOOPBACK_4.matcher(address).matches()
            || address.equals("::1")
            || address.equals("0:0:0:0:0:0:0:1"));
  }
}
