package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.guichet.web.Cookies;

/** How close the rows of tables stand, as this browser remembers it, and where to change it. */
@Named("density")
@RequestScoped
public class TableDensity {
  static final String COOKIE = "guichet-tables";
  static final String COMPACT = "compact";

  @Inject HttpServletRequest request;

  /** Whether more rows are wanted at a time. */
  public boolean isCompact() {
    return Cookies.value(request, COOKIE).filter(COMPACT::equals).isPresent();
  }

  /** This page with its query, to come back to. */
  public String getHere() {
    String path = request.getServletPath();
    String page = path.endsWith(".xhtml") ? path.substring(0, path.length() - 6) : path;
    return page
        + Optional.ofNullable(request.getQueryString()).map(query -> "?" + query).orElse("");
  }
}
