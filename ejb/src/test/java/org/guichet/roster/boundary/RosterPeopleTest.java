package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.SomePerson;
import org.guichet.roster.control.keeping.PeopleList;
import org.guichet.roster.control.keeping.PersonCards;
import org.guichet.roster.entity.ClassRow;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PersonAccess;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.PersonLine;
import org.guichet.roster.entity.PersonStanding;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RosterPeopleTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private final RosterPeople people = new RosterPeople();
  private OrganisationId school = new OrganisationId(new UUID(1, 1));
  private OrganisationId other = school;
  private Caller admin = Caller.system("not yet");
  private Caller depositor = admin;

  @BeforeEach
  void open() {
    AccountDesk desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    OrganisationView view = desk.organisation("AAAAAAAA");
    school = view.id();
    other = desk.organisation("BBBBBBBB").id();
    admin = desk.caller(desk.member("Léa", "Martin", view, "IMPORT"), school);
    depositor = desk.caller(desk.member("Omar", "Roy", view, "DEPOT"), school);
    people.permissions = desk.permissions;
    people.list = new PeopleList(DATABASE.entityManager());
    people.cards = new PersonCards(DATABASE.entityManager());
    people.trail = desk.audit.trail();
    people.settings = TestSettings.in(data);
    people.clock = clock;
  }

  private static PeopleQuery all() {
    return new PeopleQuery(
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        PageRequest.from(0));
  }

  private static PeopleQuery about(String text) {
    return new PeopleQuery(
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        PageRequest.from(0));
  }

  private static <T> T within(Supplier<T> work) {
    return DATABASE.inTransaction(work::get);
  }

  private Page<PersonLine> list(PeopleQuery query) {
    return within(() -> people.list(admin, school, query));
  }

  private List<String> names(PeopleQuery query) {
    return list(query).rows().stream().map(PersonLine::name).toList();
  }

  private PersonCard card(UUID id) {
    return within(() -> people.find(admin, school, id));
  }

  private UUID add(SomePerson person) {
    return person.add(DATABASE, school);
  }

  @Test
  void listsTheOrganisationsPeopleByNameAndSaysHowMany() {
    add(SomePerson.pupil("Zoé", "Étoile", "2012-05-05").in("CE1", "Latin"));
    add(SomePerson.of(Profile.PARENT, "Omar", "Abri"));
    add(SomePerson.pupil("Ana", "Fictif", "2012-05-05").leaving("2026-01-31"));
    SomePerson.pupil("Noé", "Ailleurs", "2012-05-05").add(DATABASE, other);

    Page<PersonLine> page = list(all());
    assertThat(page.total()).as("without others', nor those whose last day is over").isEqualTo(2);
    assertThat(page.rows()).extracting(PersonLine::name).containsExactly("Abri Omar", "Étoile Zoé");
    PersonLine zoe = page.rows().get(1);
    assertThat(zoe.classes()).isEqualTo("CE1, Latin");
    assertThat(zoe.birthDate()).contains(LocalDate.parse("2012-05-05"));
    assertThat(zoe.access()).isEqualTo(PersonAccess.NONE);

    PeopleQuery second =
        new PeopleQuery(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            new PageRequest(1, 1));
    assertThat(names(second)).containsExactly("Abri Omar");
  }

  @Test
  void findsByWordsOfNamesLoginAndIds() {
    add(
        SomePerson.pupil("Anne-Lise", "d'Exemple", "2012-05-05")
            .login("anne-lise.d-exemple")
            .with(RosterField.EXTERNAL_ID, "E-77")
            .with(RosterField.INE, "123456789AB"));
    add(SomePerson.pupil("Noé", "Fictif", "2012-05-05"));
    List<String> anne = List.of("d'Exemple Anne-Lise");

    for (String text :
        List.of("exemple anne", "LISE", "E-77", "123456789ab", "anne-lise.d", "  Éxem ")) {
      assertThat(names(about(text))).as(text).isEqualTo(anne);
    }
    assertThat(names(about("%"))).as("signs of patterns mean nothing").isEmpty();
    assertThat(names(about("-"))).isEmpty();
    assertThat(names(about("E-7"))).as("ids are whole").isEmpty();
  }

  @Test
  void narrowsByProfileClassStateAndImport() {
    UUID owner = UUID.randomUUID();
    add(SomePerson.pupil("Ana", "Fictif", "2012-05-05").in("CE1").by(owner));
    add(SomePerson.pupil("Bob", "Fictif", "2012-05-05").in("CE2").leaving("2026-02-01"));
    add(SomePerson.of(Profile.TEACHER, "Cléo", "Fictif").in("CE1", "CE2"));
    UUID ce1 = within(() -> SomePerson.schoolClass(DATABASE, school, "CE1"));

    assertThat(names(PeopleQuery.of(Profile.PUPIL))).containsExactly("Fictif Ana");
    assertThat(names(narrowed(Optional.empty(), Optional.of(ce1), Optional.empty())))
        .containsExactly("Fictif Ana", "Fictif Cléo");
    assertThat(
            names(
                narrowed(Optional.empty(), Optional.empty(), Optional.of(PersonStanding.LEAVING))))
        .containsExactly("Fictif Bob");
    PeopleQuery byImport =
        new PeopleQuery(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(owner),
            false,
            PageRequest.from(0));
    assertThat(names(byImport)).containsExactly("Fictif Ana");
  }

  private static PeopleQuery narrowed(
      Optional<Profile> profile, Optional<UUID> schoolClass, Optional<PersonStanding> state) {
    return new PeopleQuery(
        "", profile, schoolClass, state, Optional.empty(), false, PageRequest.from(0));
  }

  @Test
  void showsAllThatIsKeptOfSomebody() {
    UUID child =
        add(
            SomePerson.pupil("Noa", "Fictif", "2015-09-01")
                .in("CE2")
                .with(RosterField.SEX, "F")
                .with(RosterField.LEVEL, "CE2"));
    UUID parent =
        add(
            SomePerson.of(Profile.PARENT, "Camille", "Fictif")
                .with(RosterField.TOWN, "Exempleville")
                .with(RosterField.EMAIL, "camille@example.org")
                .parentOf(child));

    PersonCard pupil = card(child);
    assertThat(pupil.value(RosterField.LEVEL)).isEqualTo("CE2");
    assertThat(pupil.value(RosterField.BIRTH_DATE)).isEqualTo("2015-09-01");
    assertThat(pupil.value(RosterField.EMAIL)).isEmpty();
    assertThat(pupil.classes()).extracting("label").containsExactly("CE2");
    assertThat(pupil.parents()).extracting(PersonLine::id).containsExactly(parent);
    assertThat(pupil.children()).isEmpty();
    assertThat(pupil.state()).isEqualTo(PersonStanding.ACTIVE);
    assertThat(card(parent).children()).extracting(PersonLine::id).containsExactly(child);
    assertThat(card(parent).value(RosterField.TOWN)).isEqualTo("Exempleville");
  }

  @Test
  void takesAPreDeletionBackUntilTheLastDay() {
    UUID noe = add(SomePerson.pupil("Noé", "Fictif", "2012-05-05").leaving("2026-02-01"));
    assertThat(card(noe).lastDay()).contains(LocalDate.parse("2026-02-01"));

    assertThat(within(() -> people.restore(admin, school, noe))).isTrue();
    assertThat(card(noe).state()).isEqualTo(PersonStanding.ACTIVE);
    assertThat(card(noe).lastDay()).isEmpty();
    assertThat(within(() -> people.restore(admin, school, noe))).as("once is enough").isFalse();
  }

  @Test
  void nobodyComesBackAfterTheLastDay() {
    UUID noe = add(SomePerson.pupil("Noé", "Fictif", "2012-05-05").leaving("2026-02-01"));
    clock.advance(Duration.ofDays(1));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> within(() -> people.restore(admin, school, noe)))
        .matches(refusal -> refusal.code() == RefusedException.Code.NO_SUCH_PERSON);
  }

  @Test
  void countsWhoIsInEachClass() {
    add(SomePerson.pupil("Ana", "Fictif", "2012-05-05").in("CE1"));
    add(SomePerson.pupil("Bob", "Fictif", "2012-05-05").in("CE1").leaving("2026-02-01"));
    add(SomePerson.of(Profile.TEACHER, "Cléo", "Fictif").in("CE1", "CE2"));
    Page<ClassRow> classes = within(() -> people.classes(admin, school, new PageRequest(0, 10)));
    assertThat(classes.total()).isEqualTo(2);
    assertThat(classes.rows().get(0))
        .isEqualTo(new ClassRow(classes.rows().get(0).id(), "CE1", 1, 1, 0, 1, 2));
    assertThat(classes.rows().get(1).pupils()).isZero();
  }

  @Test
  void refusesWhoMayNotAndSaysNothingOfOthersPeople() {
    UUID elsewhere = SomePerson.pupil("Noé", "Fictif", "2012-05-05").add(DATABASE, other);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> within(() -> people.list(depositor, school, all())))
        .matches(refusal -> refusal.code() == RefusedException.Code.NOT_ALLOWED);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> within(() -> people.list(admin, other, all())))
        .matches(refusal -> refusal.code() == RefusedException.Code.NOT_ALLOWED);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> card(elsewhere))
        .matches(refusal -> refusal.code() == RefusedException.Code.NO_SUCH_PERSON);
  }
}
