package org.guichet.flux.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.flux.register.People.person;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.guichet.flux.register.People.Person;
import org.junit.jupiter.api.Test;

/** What the matching relies on, whichever register is asked. */
public interface HolderRegisterContract {
  Person ZELIE = person("D'Ormesson-Fictif", "Zélie", "F", 1993).usage("Vauclair");

  /** A register of these people. */
  HolderRegister register(List<RegisteredHolder> people);

  private HolderRegister register(Person... people) {
    return register(List.of(people).stream().map(Person::registered).toList());
  }

  private static Sought sought(Person person) {
    return Objects.requireNonNull(Sought.of(person.holder()));
  }

  private static List<RegisteredHolder> matching(HolderRegister register, Person person) {
    Sought sought = sought(person);
    return register.matching(List.of(sought)).getOrDefault(sought, List.of());
  }

  private static List<RegisteredHolder> near(HolderRegister register, Person person) {
    Sought sought = sought(person);
    return register.near(List.of(sought)).getOrDefault(sought, List.of());
  }

  @Test
  default void findsByFoldedNamesSexAndYearWhateverTheDay() {
    assertThat(matching(register(ZELIE), person("DORMESSON FICTIF", "ZELIE", "F", 1993).born(1, 2)))
        .containsExactly(ZELIE.registered());
  }

  @Test
  default void doesNotFindAnotherYearSexOrName() {
    HolderRegister register = register(ZELIE);
    assertThat(matching(register, person("DORMESSON FICTIF", "ZELIE", "F", 1994))).isEmpty();
    assertThat(matching(register, person("DORMESSON FICTIF", "ZELIE", "M", 1993))).isEmpty();
    assertThat(matching(register, person("DORMESSON FICTIF", "ZOE", "F", 1993))).isEmpty();
    assertThat(matching(register, person("VAUCLAIR", "ZELIE", "F", 1993))).isEmpty();
  }

  @Test
  default void sexAndYearThatTheRegisterLacksAreUnknownNotDifferent() {
    Person unknown = new Person("Béranger", "Anatole", null, null).born(null, null);
    assertThat(matching(register(unknown), person("BERANGER", "ANATOLE", "M", 1980)))
        .containsExactly(unknown.registered());
  }

  @Test
  default void answersForManyAtOnce() {
    HolderRegister register = register(ZELIE, person("BERANGER", "ANATOLE", "M", 1980));
    Sought zelie = sought(ZELIE);
    Sought anatole = sought(person("BERANGER", "ANATOLE", "M", 1980));
    assertThat(register.matching(List.of(zelie, anatole))).containsOnlyKeys(zelie, anatole);
  }

  @Test
  default void nearAreThoseOfAnotherYearOrSex() {
    HolderRegister register = register(ZELIE);
    assertThat(near(register, person("DORMESSON FICTIF", "ZELIE", "F", 1994))).hasSize(1);
    assertThat(near(register, person("DORMESSON FICTIF", "ZELIE", "M", 1993))).hasSize(1);
  }

  @Test
  default void nearAreThoseWithExchangedNamesOrUsageName() {
    HolderRegister register = register(ZELIE);
    assertThat(near(register, person("ZELIE", "DORMESSON FICTIF", "F", 1993))).hasSize(1);
    assertThat(near(register, person("VAUCLAIR", "ZELIE", "F", 1993))).hasSize(1);
  }

  @Test
  default void nearAreThoseOfOneOtherNameAndTheSameBirth() {
    HolderRegister register = register(ZELIE);
    assertThat(near(register, person("DORMESSON FICTIF", "ZOE", "F", 1993))).hasSize(1);
    assertThat(near(register, person("DORMEZON", "ZELIE", "F", 1993))).hasSize(1);
    assertThat(near(register, person("DORMEZON", "ZELIE", "F", 1993).born(5, 6))).isEmpty();
    assertThat(near(register, person("DORMEZON", "ZOE", "F", 1993))).isEmpty();
  }

  @Test
  default void nearAreNeverThoseWhoMatchNorTooMany() {
    assertThat(near(register(ZELIE), ZELIE)).isEmpty();
    HolderRegister many =
        register(IntStream.range(0, 40).mapToObj(i -> ZELIE_OF.apply(1950 + i)).toList());
    assertThat(near(many, person("BERANGER", "ZELIE", "F", 1949)))
        .hasSize(HolderRegister.MOST_NEAR);
  }

  IntFunction<RegisteredHolder> ZELIE_OF =
      year -> person("BERANGER", "ZELIE", "F", year).registered();
}
