package org.guichet.web.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.web.Requests;
import org.guichet.web.deposits.DepositsListing.Column;
import org.junit.jupiter.api.Test;

class DepositsListingTest {
  private static DepositsListing asked(String name, String... values) {
    return DepositsListing.asked(new Requests.Asked().parameter(name, values).request());
  }

  @Test
  void showsTheUsualColumnsAndSaysNothingOfThem() {
    DepositsListing usual = asked("q", "lot");

    assertThat(usual.columns())
        .contains(Column.STATUS, Column.RECEIVED)
        .doesNotContain(Column.CHANNEL, Column.SIZE);
    assertThat(usual.query()).isEqualTo("q=lot&");
  }

  @Test
  void takesColumnsFromAFormAndKeepsThemInItsAddress() {
    DepositsListing chosen = asked("column", "file", "SIZE", "STATUS", "RIEN");

    assertThat(chosen.columns()).containsExactly(Column.STATUS, Column.SIZE);
    assertThat(chosen.query()).isEqualTo("columns=STATUS.SIZE&");
    assertThat(asked("columns", "STATUS.SIZE").columns()).isEqualTo(chosen.columns());
  }

  @Test
  void canBeWithoutAnyColumn() {
    DepositsListing bare = asked("column", "file");

    assertThat(bare.columns()).isEmpty();
    assertThat(asked("columns", String.valueOf(bare.parts().get("columns"))).columns()).isEmpty();
  }

  @Test
  void saysNothingOfColumnsThatAreTheUsualOnes() {
    String[] all = {"STATUS", "CERTIFICATION", "ACCEPTED", "REJECTED", "SENDER", "RECEIVED"};

    assertThat(asked("column", all).query()).isEmpty();
  }
}
