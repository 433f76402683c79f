package org.guichet.web.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PersonStanding;
import org.guichet.roster.entity.Profile;
import org.guichet.web.Requests;
import org.junit.jupiter.api.Test;

class PeopleListingTest {
  private final Requests.Asked asked = new Requests.Asked();

  private PeopleListing listing() {
    return PeopleListing.asked(asked.request());
  }

  @Test
  void everybodyIsListedWhenNothingIsAsked() {
    assertThat(listing().filtered()).isFalse();
    assertThat(listing().query()).isEmpty();
    assertThat(listing().page())
        .isEqualTo(
            new PeopleQuery(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                new PageRequest(0, 25)));
  }

  @Test
  void theAddressKeepsWhatIsAsked() {
    UUID ce1 = new UUID(4, 2);
    asked
        .parameter("q", " Zoé ")
        .parameter("profile", "PUPIL")
        .parameter("class", ce1.toString())
        .parameter("state", "LEAVING")
        .parameter("sort", "-name")
        .parameter("page", "3")
        .parameter("of", "12ABC345");
    PeopleQuery query = listing().page();
    assertThat(query.text()).isEqualTo("Zoé");
    assertThat(query.schoolClass()).contains(ce1);
    assertThat(query.state()).contains(PersonStanding.LEAVING);
    assertThat(query.descending()).isTrue();
    assertThat(query.part()).isEqualTo(new PageRequest(50, 25));
    assertThat(listing().query())
        .isEqualTo(
            "q=Zo%C3%A9&profile=PUPIL&class=" + ce1 + "&state=LEAVING&of=12ABC345&sort=-name&");
  }

  @Test
  void nonsenseCountsForNothing() {
    asked.parameter("profile", "KING").parameter("class", "none").parameter("import", "' or 1=1");
    assertThat(listing().filtered()).isFalse();
  }

  @Test
  void aFileIsOfOneProfileAndOfThoseWhoStay() {
    assertThat(listing().file().profile()).contains(Profile.PUPIL);
    assertThat(listing().file().state()).contains(PersonStanding.ACTIVE);
    asked.parameter("profile", "PARENT").parameter("state", "LEAVING");
    assertThat(listing().file().profile()).contains(Profile.PARENT);
    assertThat(listing().file().state()).contains(PersonStanding.LEAVING);
  }
}
