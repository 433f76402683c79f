package org.guichet.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what was done over the redirect that follows, in the browser, so that any server can show
 * it. It is read once. Only keys of our texts count, and arguments are shown as text: whoever
 * forges it makes nobody but himself read something.
 */
public final class NoticeCookie {
  static final String NAME = "notice";
  private static final int SECONDS = (int) Duration.ofMinutes(1).toSeconds();
  private static final int MOST = 2000;
  private static final String GOOD = "+";

  private NoticeCookie() {}

  /** Something was done, by what isn't a page. */
  public static void write(String key, HttpServletRequest request, HttpServletResponse response) {
    write(List.of(Notices.Carried.of(true, key)), request, response);
  }

  /** Why somebody is led elsewhere than they wanted, by what isn't a page. */
  public static void warn(String key, HttpServletRequest request, HttpServletResponse response) {
    write(List.of(Notices.Carried.of(false, key)), request, response);
  }

  /** What was done and what wasn't, by what isn't a page. */
  public static void write(
      List<Notices.Carried> news, HttpServletRequest request, HttpServletResponse response) {
    if (news.isEmpty()) {
      return;
    }
    String value =
        news.stream()
            .map(
                carried ->
                    Stream.concat(
                            Stream.of(carried.good() ? GOOD : "", carried.key()),
                            carried.arguments().stream())
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("|")))
            .collect(Collectors.joining("/"));
    if (value.length() <= MOST) {
      add(value, SECONDS, request, response);
    }
  }

  /** What was kept; gone from then on. */
  static List<Notices.Carried> take(HttpServletRequest request, HttpServletResponse response) {
    List<Notices.Carried> news = new ArrayList<>();
    Cookies.value(request, NAME)
        .ifPresent(
            value -> {
              if (!response.isCommitted()) {
                add("", 0, request, response);
              }
              for (String one : value.split("/", -1)) {
                news.addAll(read(one));
              }
            });
    return news;
  }

  private static List<Notices.Carried> read(String one) {
    try {
      List<String> parts =
          Arrays.stream(one.split("\\|", -1))
              .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
              .toList();
      return parts.size() < 2
          ? List.of()
          : List.of(
              new Notices.Carried(
                  parts.get(0).equals(GOOD), parts.get(1), parts.subList(2, parts.size())));
    } catch (IllegalArgumentException e) {
      return List.of(); // not ours
    }
  }

  private static void add(
      String value, int seconds, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = Cookies.ours(NAME, value, request);
    cookie.setMaxAge(seconds);
    response.addCookie(cookie);
  }
}
