package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageLanguageTest {
  @Test
  void offersTheSamePageInTheOtherLanguageWithAllThatItsAddressAsksFor() {
    assertThat(otherOf("wanted=%2Fportal%2Fdashboard&lang=fr&page=2"))
        .isEqualTo("?wanted=%2Fportal%2Fdashboard&page=2&lang=en");
    assertThat(otherOf("lang=fr")).isEqualTo("?lang=en");
  }

  private static String otherOf(String query) {
    PageLanguage language = new PageLanguage();
    language.request = new Requests.Asked().with("getQueryString", query).request();
    return language.getOthers().get(0).address();
  }
}
