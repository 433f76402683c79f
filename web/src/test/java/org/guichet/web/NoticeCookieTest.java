package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.guichet.web.Notices.Carried;
import org.junit.jupiter.api.Test;

class NoticeCookieTest {
  private static final List<Carried> NEWS =
      List.of(
          Carried.of(true, "error.fault.todo", "n° 7|8/9 & « ; »"),
          Carried.of(false, "error.missing.title"));

  private final Requests.Told told = new Requests.Told();

  @Test
  void bringsOverWhatWasSaidWhateverItsLetters() {
    NoticeCookie.write(NEWS, new Requests.Asked().request(), told.response());

    assertThat(NoticeCookie.take(withCookie(cookie().getValue()), told.response())).isEqualTo(NEWS);
  }

  @Test
  void isForThisHostAloneAndGoneOnceRead() {
    NoticeCookie.write(NEWS, new Requests.Asked().request(), told.response());
    assertThat(cookie().isHttpOnly()).isTrue();
    assertThat(cookie().getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(cookie().getMaxAge()).isPositive();

    NoticeCookie.take(withCookie(cookie().getValue()), told.response());
    assertThat(told.cookies.get(1).getMaxAge()).isZero();
  }

  @Test
  void saysNothingThatHasNoTextOfOurs() {
    Texts texts = Texts.in(Locale.FRENCH);
    assertThat(NoticeCookie.take(withCookie("+|my.own.words/%zz/+"), told.response()))
        .allSatisfy(carried -> assertThat(carried.in(texts)).isEmpty());
  }

  @Test
  void setsNoCookieForNoNews() {
    NoticeCookie.write(List.of(), new Requests.Asked().request(), told.response());
    assertThat(told.cookies).isEmpty();
  }

  private Cookie cookie() {
    return told.cookies.get(0);
  }

  private static HttpServletRequest withCookie(String value) {
    return new Requests.Asked().cookie(NoticeCookie.NAME, value).request();
  }
}
