package org.guichet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles in which language a request is answered: the one of {@code ?lang=}, which the browser is
 * asked to remember, else the remembered one, else the one that the browser asks for, else French.
 * Nothing is kept here.
 */
public class LanguageChoice extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  static final String PARAMETER = "lang";
  static final String COOKIE = "lang";
  private static final String ATTRIBUTE = LanguageChoice.class.getName();
  private static final int REMEMBERED = (int) Duration.ofDays(365).toSeconds();

  /** What was settled for this request. */
  public static Locale of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Locale language
        ? language
        : Texts.askedBy(request).language();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Locale> chosen = chosen(request);
    chosen.ifPresent(language -> remember(language, request, response));
    request.setAttribute(
        ATTRIBUTE,
        chosen.or(() -> remembered(request)).orElseGet(() -> Texts.askedBy(request).language()));
    chain.doFilter(request, response);
  }

  /** Only a GET chooses: reading the parameters of a POST would use up its body. */
  private static Optional<Locale> chosen(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        ? known(request.getParameter(PARAMETER))
        : Optional.empty();
  }

  private static Optional<Locale> remembered(HttpServletRequest request) {
    return Cookies.value(request, COOKIE).flatMap(LanguageChoice::known);
  }

  private static Optional<Locale> known(@Nullable String code) {
    return Texts.LANGUAGES.stream().filter(l -> l.toLanguageTag().equals(code)).findFirst();
  }

  /** Remembers a language unless the browser has one already. */
  public static void suggest(
      Locale language, HttpServletRequest request, HttpServletResponse response) {
    if (remembered(request).isEmpty()) {
      known(language.toLanguageTag()).ifPresent(known -> remember(known, request, response));
    }
  }

  private static void remember(
      Locale language, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = Cookies.ours(COOKIE, language.toLanguageTag(), request);
    cookie.setMaxAge(REMEMBERED);
    response.addCookie(cookie);
  }
}
