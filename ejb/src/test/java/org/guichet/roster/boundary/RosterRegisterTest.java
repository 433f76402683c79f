package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.flux.register.HolderRegister;
import org.guichet.flux.register.HolderRegisterContract;
import org.guichet.flux.register.InMemoryHolderRegister;
import org.guichet.flux.register.RegisteredHolder;
import org.guichet.flux.register.Sought;
import org.guichet.organisation.entity.RegisterCoverage;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.SomePerson;
import org.guichet.roster.control.keeping.HolderTable;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RosterRegisterTest implements HolderRegisterContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Sought NOE = new Sought("FICTIF", "NOE", "M", 2012, null, null);

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private final RosterRegister register = new RosterRegister();
  private OrganisationId school = new OrganisationId(new UUID(1, 1));
  private OrganisationId other = school;

  @BeforeEach
  void open() {
    AccountDesk desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    school = desk.organisation("AAAAAAAA").id();
    other = desk.organisation("BBBBBBBB").id();
    register.table = new HolderTable(DATABASE.entityManager());
    register.settings = TestSettings.in(data);
    register.clock = clock;
  }

  private static SomePerson noe() {
    return SomePerson.pupil("Noé", "Fictif", "2012-05-05").with(RosterField.SEX, "M");
  }

  private HolderRegister register() {
    return register.of(school).orElseThrow();
  }

  @Override
  public HolderRegister register(List<RegisteredHolder> people) {
    people.forEach(person -> somebody(person).add(DATABASE, school));
    return register();
  }

  private static SomePerson somebody(RegisteredHolder person) {
    SomePerson pupil = SomePerson.of(Profile.PUPIL, person.firstName(), person.lastName());
    put(pupil, RosterField.USAGE_NAME, person.usageName());
    put(pupil, RosterField.SEX, person.sex());
    Integer year = person.birthYear();
    if (year != null) {
      int month = Objects.requireNonNull(person.birthMonth());
      int day = Objects.requireNonNull(person.birthDay());
      pupil.with(RosterField.BIRTH_DATE, LocalDate.of(year, month, day).toString());
    }
    return pupil.login(UUID.randomUUID().toString());
  }

  private static void put(SomePerson person, RosterField field, @Nullable String value) {
    if (value != null) {
      person.with(field, value);
    }
  }

  @Test
  void nobodyHasNoRegister() {
    SomePerson.of(Profile.PARENT, "Noé", "Fictif").add(DATABASE, school);
    assertThat(register.of(school)).isEmpty();
    assertThat(register.coverage(school)).isEmpty();
  }

  @Test
  void otherOrganisationsPupilsAndOtherProfilesAreNotThere() {
    SomePerson.pupil("Ada", "Fictif", "2011-01-01").add(DATABASE, school);
    noe().add(DATABASE, other);
    SomePerson.of(Profile.STAFF, "Noé", "Fictif").login("noe.fictif2").add(DATABASE, school);
    assertThat(register().matching(List.of(NOE)).getOrDefault(NOE, List.of())).isEmpty();
    assertThat(register().near(List.of(NOE)).getOrDefault(NOE, List.of())).isEmpty();
  }

  @Test
  void whoLeavesIsThereUntilTheLastDay() {
    noe().leaving("2026-02-01").add(DATABASE, school);
    assertThat(register().matching(List.of(NOE)).get(NOE)).hasSize(1);
    assertThat(register.coverage(school).map(RegisterCoverage::people)).contains(1L);

    clock.advance(Duration.ofDays(1));
    assertThat(register.of(school)).isEmpty();
    assertThat(register.coverage(school)).isEmpty();
  }

  @Test
  void saysHowManyItCoversAndWhenAnybodyWasLastChanged() {
    noe().add(DATABASE, school);
    SomePerson.pupil("Ada", "Fictif", "2011-01-01")
        .changed("2026-01-20T10:00:00Z")
        .add(DATABASE, school);
    assertThat(register.coverage(school))
        .contains(new RegisterCoverage(2, Instant.parse("2026-01-20T10:00:00Z")));
  }

  @Test
  void answersAsARegisterInMemoryForMoreThanIsAskedAtOnce() {
    List<RegisteredHolder> people =
        IntStream.range(0, 60)
            .mapToObj(
                n ->
                    new RegisteredHolder(
                        "FICTIF" + (char) ('A' + n % 7),
                        null,
                        "PRENOM" + (char) ('A' + n % 5),
                        null,
                        null,
                        n % 3 == 0 ? "F" : "M",
                        2005 + n % 4,
                        1 + n % 12,
                        1 + n % 28,
                        null,
                        null,
                        null,
                        null))
            .toList();
    List<Sought> sought =
        IntStream.range(0, 1200)
            .mapToObj(
                n ->
                    new Sought(
                        "FICTIF" + (char) ('A' + n % 11),
                        "PRENOM" + (char) ('A' + n % 6),
                        n % 2 == 0 ? "F" : "M",
                        2004 + n % 6,
                        1 + n % 12,
                        1 + n % 28))
            .distinct()
            .toList();
    HolderRegister table = register(people);
    HolderRegister memory = new InMemoryHolderRegister(people);
    assertThat(sizes(table.matching(sought))).isEqualTo(sizes(memory.matching(sought)));
    assertThat(sizes(table.near(sought))).isEqualTo(sizes(memory.near(sought)));
  }

  private static Map<Sought, Integer> sizes(Map<Sought, List<RegisteredHolder>> found) {
    return found.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().size()));
  }
}
