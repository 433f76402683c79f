package org.guichet.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody asked for before signing in. It comes back from the browser, so only a
 * place of this portal counts: nobody is sent elsewhere by a prepared link.
 *
 * @param address from the root of this application, with its query
 */
public record Wanted(String address) {
  /** Name of the parameter, in addresses and forms. */
  public static final String PARAMETER = "wanted";

  /** Where somebody goes who wants nothing in particular. */
  public static final Wanted USUAL = new Wanted("/portal/dashboard");

  private static final Pattern OURS =
      Pattern.compile("/portal/[A-Za-z0-9/_-]+(\\?[A-Za-z0-9=&%+._~-]*)?");
  private static final int MOST = 500;

  /** What was asked for when it is one of ours; else the usual. */
  public static Wanted of(@Nullable String asked) {
    return asked != null && asked.length() <= MOST && OURS.matcher(asked).matches()
        ? new Wanted(asked)
        : USUAL;
  }

  /** This page's sign-in address, which brings back here. */
  public String signInAddress() {
    return "/signin/login" + (equals(USUAL) ? "" : "?" + PARAMETER + "=" + encoded());
  }

  public String encoded() {
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }
}
