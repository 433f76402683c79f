package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/portal/organisation",
        "/portal/sessions?page=2&q=%C3%A9t%C3%A9",
        "/portal/a/b-c"
      })
  void leadsBackToAPlaceOfThePortal(String address) {
    assertThat(Wanted.of(address).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/",
        "//evil.example/portal/x",
        "/\\evil.example",
        "/portal/../signin/login",
        "/portal/x\r\nSet-Cookie: a=b",
        "/portal/x#@evil.example",
        "/portal@evil.example",
        "/portal/x?u=https://evil.example",
        "javascript:alert(1)",
        "/signin/login"
      })
  void leadsNowhereElse(String address) {
    assertThat(Wanted.of(address)).isEqualTo(Wanted.USUAL);
  }

  @Test
  void isNotTakenAtAnyLength() {
    assertThat(Wanted.of("/portal/" + "x".repeat(1000))).isEqualTo(Wanted.USUAL);
    assertThat(Wanted.of(null)).isEqualTo(Wanted.USUAL);
  }

  @Test
  void travelsInTheAddressOfTheSignInPageUnlessItIsTheUsual() {
    assertThat(Wanted.USUAL.signInAddress()).isEqualTo("/signin/login");
    assertThat(Wanted.of("/portal/sessions?page=2").signInAddress())
        .isEqualTo("/signin/login?wanted=%2Fportal%2Fsessions%3Fpage%3D2");
  }
}
