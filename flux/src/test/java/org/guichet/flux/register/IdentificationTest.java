package org.guichet.flux.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.flux.register.People.named;
import static org.guichet.flux.register.People.person;

import java.util.List;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Holder;
import org.guichet.flux.register.People.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentificationTest {
  private static @Nullable FindingCode problem(Holder holder, Person... matching) {
    List<RegisteredHolder> people = Stream.of(matching).map(Person::registered).toList();
    return Identification.of(holder, people).problem();
  }

  private static Person anatole() {
    return person("BERANGER", "ANATOLE", "M", 1980);
  }

  @Test
  void nobodyInWhatIsCompulsory() {
    assertThat(problem(anatole().holder())).isEqualTo(FindingCode.HOLDER_UNKNOWN);
  }

  @Test
  void onePersonIsEnoughWhateverElseDiffers() {
    assertThat(problem(anatole().born(1, 1).in("75056").holder(), anatole().in("69123"))).isNull();
  }

  @Test
  void severalAreToldApartByTheDay() {
    assertThat(problem(anatole().holder(), anatole(), anatole().born(5, 6))).isNull();
    assertThat(problem(anatole().holder(), anatole(), anatole().born(6, 5))).isNull();
  }

  @Test
  void severalOfWhomNoneWasBornThatDay() {
    assertThat(problem(anatole().holder(), anatole().born(5, 6), anatole().born(6, 5)))
        .isEqualTo(FindingCode.HOLDER_UNKNOWN_ON_DAY);
  }

  @Test
  void aDayThatTheRegisterLacksIsUnknownNotDifferent() {
    assertThat(problem(anatole().holder(), anatole().born(null, null), anatole().born(6, 5)))
        .isNull();
  }

  @Test
  void severalOfTheSameDayAreToldApartByAllElse() {
    Holder holder = anatole().in("75056").second("Paul").usage("VAUCLAIR").holder();
    assertThat(problem(holder, anatole().in("75056"), anatole().in("69123"))).isNull();
    assertThat(problem(holder, anatole().second("PAUL"), anatole().second("Jean"))).isNull();
    assertThat(problem(holder, anatole().usage("Vauclair"), anatole().usage("Durand"))).isNull();
  }

  @Test
  void namesOfTownsAreComparedWithSaintInFullOrAbbreviated() {
    assertThat(
            problem(
                anatole().inTown("ST-ETIENNE").holder(),
                anatole().inTown("Saint-Étienne"),
                anatole().inTown("Stains")))
        .isNull();
  }

  @Test
  void severalToTheEnd() {
    assertThat(problem(anatole().holder(), anatole().in("75056"), anatole().in("69123")))
        .isEqualTo(FindingCode.SEVERAL_HOLDERS);
    assertThat(
            problem(anatole().in("33063").holder(), anatole().in("75056"), anatole().in("69123")))
        .isEqualTo(FindingCode.SEVERAL_HOLDERS);
  }

  @Test
  void aFileThatDoesNotSayTheDayLeavesSeveral() {
    assertThat(problem(named("BERANGER", "ANATOLE", "M", 1980), anatole(), anatole().born(6, 5)))
        .isEqualTo(FindingCode.SEVERAL_HOLDERS);
  }
}
