package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.MemberQuery.Sort;
import org.guichet.account.entity.MemberQuery.Standing;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Requests;
import org.guichet.web.portal.MembersListing.Column;
import org.junit.jupiter.api.Test;

class MembersListingTest {
  private final Requests.Asked asked = new Requests.Asked();

  private MembersListing listing() {
    return MembersListing.asked(asked.request());
  }

  @Test
  void asksForWhatTheAddressSays() {
    asked
        .parameter("q", " zoé ")
        .parameter("state", "expired")
        .parameter("profile", "DEPOT")
        .parameter("role", "user")
        .parameter("sort", "-last-sign-in")
        .parameter("page", "3")
        .parameter("size", "50");
    assertThat(listing().query())
        .isEqualTo(
            new MemberQuery(
                "zoé",
                Optional.of(Standing.EXPIRED),
                Optional.of("DEPOT"),
                Optional.of(false),
                Sort.LAST_SIGN_IN,
                true,
                new PageRequest(100, 50)));
  }

  @Test
  void takesNonsenseForTheUsual() {
    asked
        .parameter("state", "sleeping")
        .parameter("role", "king")
        .parameter("sort", "colour")
        .parameter("page", "-1")
        .parameter("size", "1000000");
    assertThat(listing().query()).isEqualTo(MemberQuery.all(new PageRequest(0, 25)));
    assertThat(listing().filtered()).isFalse();
    assertThat(listing().address()).isEqualTo("?");
  }

  @Test
  void writesTheAddressThatItWasReadFrom() {
    asked
        .parameter("of", "77ZZZ001")
        .parameter("q", "d'Arc & fils")
        .parameter("state", "pending")
        .parameter("role", "administrator")
        .parameter("sort", "-state")
        .parameter("page", "2")
        .parameter("column", "person", "seen", "nothing", "email");
    assertThat(listing().columns()).isEqualTo(Set.of(Column.EMAIL, Column.SEEN));
    assertThat(listing().address())
        .isEqualTo(
            "?of=77ZZZ001&q=d%27Arc+%26+fils&state=pending&role=administrator&sort=-state&page=2"
                + "&column=person&column=email&column=seen");
  }

  @Test
  void showsThePersonAloneWhenNoOtherColumnIsChosen() {
    asked.parameter("column", "person");
    assertThat(listing().columns()).isEmpty();
    assertThat(listing().address()).isEqualTo("?column=person");
  }

  @Test
  void turnsTheOrderOfAColumnAndBeginsAtItsStart() {
    asked.parameter("sort", "email").parameter("page", "4");
    assertThat(listing().order(Sort.EMAIL)).isEqualTo("ascending");
    assertThat(listing().order(Sort.NAME)).isEqualTo("none");
    assertThat(listing().turned(Sort.EMAIL).address()).isEqualTo("?sort=-email");
    assertThat(listing().turned(Sort.CREATED).address()).isEqualTo("?sort=created");
    assertThat(listing().at(5).address()).isEqualTo("?sort=email&page=5");
    assertThat(listing().all().address()).isEqualTo("?");
  }
}
