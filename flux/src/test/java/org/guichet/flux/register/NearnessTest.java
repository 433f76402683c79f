package org.guichet.flux.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.flux.register.People.person;

import java.util.List;
import java.util.stream.Stream;
import org.guichet.flux.Holder;
import org.guichet.flux.register.People.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearnessTest {
  private static List<String> nearest(Holder holder, Person... people) {
    return Nearness.ofNearest(holder, Stream.of(people).map(Person::registered).toList()).stream()
        .map(Difference::what)
        .toList();
  }

  private static Person zelie() {
    return person("BÉRANGER", "Zélie", "F", 1993);
  }

  @Test
  void aSlipOfTheYearIsNearAndAnotherGenerationIsNot() {
    assertThat(nearest(person("BERANGER", "ZELIE", "F", 1994).born(1, 1).holder(), zelie()))
        .containsExactly("anneeNaissance", "moisNaissance", "jourNaissance");
    assertThat(nearest(person("BERANGER", "ZELIE", "F", 1963).holder(), zelie()))
        .containsExactly("anneeNaissance");
    assertThat(nearest(person("BERANGER", "ZELIE", "F", 1963).born(1, 1).holder(), zelie()))
        .isEmpty();
  }

  @Test
  void wrongSexExchangedNamesAndUsageNamesAreNear() {
    assertThat(nearest(person("BERANGER", "ZELIE", "M", 1993).holder(), zelie()))
        .containsExactly("sexe");
    assertThat(nearest(person("ZELIE", "BERANGER", "F", 1993).holder(), zelie()))
        .containsExactly(Difference.EXCHANGED);
    assertThat(nearest(person("VAUCLAIR", "ZELIE", "F", 1993).holder(), zelie().usage("Vauclair")))
        .containsExactly(Difference.USAGE_NAME_AS_LAST_NAME);
  }

  @Test
  void anotherNameIsNearWhenItIsAlikeOrBornOnTheSameDay() {
    assertThat(nearest(person("BERENGER", "ZELIE", "F", 1993).born(null, null).holder(), zelie()))
        .containsExactly("nomNaissance");
    assertThat(nearest(person("BERANGER", "OLGA", "F", 1993).holder(), zelie()))
        .containsExactly("prenom1");
    assertThat(nearest(person("BERANGER", "OLGA", "F", 1993).born(1, 1).holder(), zelie()))
        .isEmpty();
  }

  @Test
  void whoDiffersLeastIsTheNearest() {
    assertThat(
            nearest(
                person("BERANGER", "ZELIE", "F", 1994).holder(),
                zelie().born(1, 1),
                zelie(),
                zelie().born(2, 2)))
        .containsExactly("anneeNaissance");
  }

  @ParameterizedTest
  @CsvSource({
    "BERANGER, BERNAGER, true",
    "BERANGER, BERANGERE, true",
    "JEAN, JEANPIERRE, true",
    "MARTIN, MARTINEZ, true",
    "BERANGER, FAUXSEMBLANT, false",
    "LI, LU, false"
  })
  void tellsSlipsFromOtherNames(String one, String other, boolean alike) {
    assertThat(Nearness.alike(one, other)).isEqualTo(alike);
    assertThat(Nearness.alike(other, one)).isEqualTo(alike);
  }
}
