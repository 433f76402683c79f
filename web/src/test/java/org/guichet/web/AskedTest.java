package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.account.entity.AccountState;
import org.junit.jupiter.api.Test;

class AskedTest {
  private final Requests.Asked parameters = new Requests.Asked();

  @Test
  void readsWhatTheAddressSays() {
    parameters
        .parameter("q", "  claire ")
        .parameter("state", "ACTIVE")
        .parameter("since", "2026-11-21")
        .parameter("page", "12");
    Asked asked = new Asked(parameters.request());
    assertThat(asked.text("q")).isEqualTo("claire");
    assertThat(asked.one("state", AccountState.class)).contains(AccountState.ACTIVE);
    assertThat(asked.day("since")).contains(LocalDate.of(2026, 11, 21));
    assertThat(asked.page()).isEqualTo(12);
  }

  @Test
  void takesNonsenseForTheUsual() {
    parameters
        .parameter("q", "x".repeat(5_000))
        .parameter("state", "active")
        .parameter("since", "21/11/2026")
        .parameter("page", "0");
    Asked asked = new Asked(parameters.request());
    assertThat(asked.text("q")).hasSize(100);
    assertThat(asked.one("state", AccountState.class)).isEmpty();
    assertThat(asked.day("since")).isEmpty();
    assertThat(asked.page()).isEqualTo(1);
    assertThat(asked.text("nothing")).isEmpty();
  }

  @Test
  void takesDaysThatNoCalendarHoldsForNonsense() {
    for (String day : List.of("-999999999-01-01", "+999999999-12-31", "0202-01-01", "1899-12-31")) {
      parameters.parameter("until", day);
      assertThat(new Asked(parameters.request()).day("until")).as(day).isEmpty();
    }
    for (LocalDate day : List.of(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31))) {
      parameters.parameter("until", day.toString());
      assertThat(new Asked(parameters.request()).day("until")).contains(day);
    }
  }

  @Test
  void asksAgainForWhatWasAskedForAndNoMore() {
    Map<String, String> all = new TreeMap<>(Map.of("q", "é&=", "state", ""));
    assertThat(Asked.query(all)).isEqualTo("q=%C3%A9%26%3D&");
  }
}
