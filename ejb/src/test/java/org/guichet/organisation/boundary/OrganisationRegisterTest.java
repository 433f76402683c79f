package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.IdentifyOrganisationOutcome;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.OrganisationCorrection;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationRegisterTest {
  private static final Matricule A = new Matricule("12ABC345");

  private final FakeClock clock = FakeClock.at(OrganisationSamples.NOON);
  private final OrganisationDesk desk = OrganisationDesk.inMemory(clock, new CountingIds());
  private final OrganisationRegister register = desk.register();

  private String add(NewOrganisation data) {
    return register
        .add(OPERATOR, data)
        .fold(
            added -> "added " + added.organisation().matricule(),
            contract -> "contract " + contract.contract(),
            already -> "already " + already.organisation().matricule(),
            refused ->
                refused.mistakes().stream()
                    .map(m -> m.field() + ":" + m.code())
                    .toList()
                    .toString());
  }

  private static NewOrganisation organisation(String matricule, String name, String email) {
    return new NewOrganisation(
        matricule, name, email, Locale.FRENCH, Optional.empty(), CheckingMode.STRICT);
  }

  @Test
  void saysHowAnOrganisationIsKnownBeforeTheLawAndKeepsWhatIsntSaid() {
    add(organisation("12ABC345", "Lycée d’Exemple", "a@a.example"));
    assertThat(identify(known(Optional.of("Lycée SA"), Optional.of("732 829 320 00074"))))
        .isEqualTo("identified");
    assertThat(identify(known(Optional.empty(), Optional.of("73282932000075"))))
        .isEqualTo("[siret:SIRET_MALFORMED]");
    assertThat(identify(known(Optional.of("Lycée SAS"), Optional.empty()))).isEqualTo("identified");
    assertThat(desk.find("12ABC345").identity())
        .isEqualTo(known(Optional.of("Lycée SAS"), Optional.of("73282932000074")));
    assertThat(add(organisation("12ABC345", "Lycée d’Exemple", "a@a.example")))
        .as("repeated without it")
        .isEqualTo("already 12ABC345");
  }

  @Test
  void correctsNameAndIdentityAndTellsTheContact() {
    add(organisation("12ABC345", "Lycée d’Exemple", "a@a.example"));
    identify(known(Optional.of("Lycée SA"), Optional.of("73282932000074")));
    assertThat(correct(" Lycée du Lac ", known(Optional.of("Lac SA"), Optional.empty())))
        .isEqualTo("identified");
    OrganisationView now = desk.find("12ABC345");
    assertThat(now.name()).isEqualTo("Lycée du Lac");
    assertThat(now.identity()).isEqualTo(known(Optional.of("Lac SA"), Optional.empty()));
    assertThat(desk.mails().sent()).containsExactly("organisation.corrected a@a.example");
    correct("Lycée du Lac", known(Optional.of("Lac SA"), Optional.empty()));
    assertThat(desk.mails().sent()).as("nothing changed, nothing told").hasSize(1);
    assertThat(correct(" ", known(Optional.empty(), Optional.of("1"))))
        .isEqualTo("[name:NAME_BLANK, siret:SIRET_MALFORMED]");
  }

  private String correct(String name, OrganisationIdentity identity) {
    return said(
        desk.correcting()
            .correct(
                OPERATOR, new Matricule("12ABC345"), new OrganisationCorrection(name, identity)));
  }

  private static OrganisationIdentity known(Optional<String> name, Optional<String> siret) {
    return new OrganisationIdentity(
        name, Optional.empty(), siret, Optional.empty(), Optional.empty());
  }

  private String identify(OrganisationIdentity identity) {
    return said(desk.register().identify(OPERATOR, new Matricule("12ABC345"), identity));
  }

  private static String said(IdentifyOrganisationOutcome outcome) {
    return outcome.fold(
        done -> "identified",
        refused ->
            refused.mistakes().stream().map(m -> m.field() + ":" + m.code()).toList().toString());
  }

  @Test
  void addsACertifierThatCanBeFoundWithAllItsData() {
    NewOrganisation data =
        new NewOrganisation(
            "12abc345",
            " Lycée d’Exemple ",
            "contact@lycee.example",
            Locale.ENGLISH,
            Optional.of("MCFCER000123"),
            CheckingMode.BY_PASSAGE);
    assertThat(add(data)).isEqualTo("added 12ABC345");
    OrganisationView found = desk.find("12ABC345");
    assertThat(found)
        .isEqualTo(
            new OrganisationView(
                found.id(),
                A,
                "Lycée d’Exemple",
                "contact@lycee.example",
                Locale.ENGLISH,
                CheckingMode.BY_PASSAGE,
                OrganisationState.ACTIVE,
                List.of("MCFCER000123"),
                List.of(
                    new MailRecipientView(
                        found.id().value(),
                        "contact@lycee.example",
                        Locale.ENGLISH,
                        EnumSet.allOf(MailedReceipt.class),
                        MailTiming.EACH,
                        OrganisationSamples.NOON)),
                OrganisationSamples.NOON));
  }

  @Test
  void addingTheSameAgainChangesNothing() {
    assertThat(add(OrganisationSamples.certifier("12ABC345", "C-1"))).isEqualTo("added 12ABC345");
    assertThat(add(OrganisationSamples.certifier("12ABC345", "C-1"))).isEqualTo("already 12ABC345");
    assertThat(add(OrganisationSamples.depositor("12ABC345"))).isEqualTo("already 12ABC345");
    assertThat(desk.find("12ABC345").contracts()).containsExactly("C-1");
  }

  @Test
  void addingItWithAnotherContractAddsTheContract() {
    add(OrganisationSamples.certifier("12ABC345", "C-2"));
    assertThat(add(OrganisationSamples.certifier("12ABC345", "C-1"))).isEqualTo("contract C-1");
    assertThat(desk.find("12ABC345").contracts()).containsExactly("C-1", "C-2");
  }

  @Test
  void refusesOtherDataUnderAMatriculeThatIsTaken() {
    add(organisation("12ABC345", "Un", "a@un.example"));
    assertThat(add(organisation("12ABC345", "Deux", "a@un.example")))
        .isEqualTo("[matricule:MATRICULE_TAKEN]");
    assertThat(desk.find("12ABC345").name()).isEqualTo("Un");
  }

  @Test
  void refusesAContractOfAnotherOrganisation() {
    add(OrganisationSamples.certifier("12ABC345", "C-1"));
    assertThat(add(OrganisationSamples.certifier("98XYZ765", "C-1")))
        .isEqualTo("[contract:CONTRACT_TAKEN]");
    assertThat(desk.directory().findByMatricule(OPERATOR, new Matricule("98XYZ765"))).isEmpty();
  }

  @Test
  void namesEveryMistakeAtOnceAndKeepsNothing() {
    NewOrganisation data =
        new NewOrganisation(
            "12ABC34", " ", "nobody", Locale.GERMAN, Optional.of(" C-1"), CheckingMode.STRICT);
    assertThat(add(data))
        .isEqualTo(
            "[matricule:MATRICULE_MALFORMED, name:NAME_BLANK, email:EMAIL_MALFORMED,"
                + " language:LANGUAGE_UNKNOWN, contract:CONTRACT_MALFORMED]");
    assertThat(register.list(OPERATOR, PageRequest.from(0)).total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@b.fr",
        "a b@c.fr",
        "A <a@b.fr>",
        "a@b.fr\r\nBcc: c@d.fr",
        "a@b..fr",
        ".a@b.fr",
        "a.@b.fr",
        "a@b.fr,c@d.fr",
        "é@b.fr"
      })
  void refusesWhatIsNoAddress(String email) {
    assertThat(add(organisation("12ABC345", "Un", email))).isEqualTo("[email:EMAIL_MALFORMED]");
  }

  @Test
  void takesNamesAndContractsUpToTheirLimits() {
    assertThat(add(organisation("12ABC345", "é".repeat(255), "a.b+c@d-e.example")))
        .isEqualTo("added 12ABC345");
    assertThat(add(organisation("98XYZ765", "é".repeat(256), "a@b.fr")))
        .isEqualTo("[name:NAME_TOO_LONG]");
    assertThat(add(OrganisationSamples.certifier("98XYZ765", "C".repeat(20))))
        .isEqualTo("added 98XYZ765");
    assertThat(add(OrganisationSamples.certifier("00000000", "C".repeat(21))))
        .isEqualTo("[contract:CONTRACT_MALFORMED]");
  }

  @Test
  void suspendsAndResumesOnceEach() {
    add(OrganisationSamples.depositor("12ABC345"));
    assertThat(register.resume(OPERATOR, A)).isFalse();
    assertThat(register.suspend(OPERATOR, A)).isTrue();
    assertThat(register.suspend(OPERATOR, A)).isFalse();
    assertThat(desk.find("12ABC345").active()).isFalse();
    assertThat(register.resume(OPERATOR, A)).isTrue();
    assertThat(desk.find("12ABC345").active()).isTrue();
  }

  @Test
  void listsAPageAndSaysHowManyThereAre() {
    Stream.of("CCCCCCCC", "AAAAAAAA", "BBBBBBBB")
        .forEach(m -> add(OrganisationSamples.depositor(m)));
    Page<OrganisationView> page = register.list(OPERATOR, new PageRequest(1, 1));
    assertThat(page.rows()).extracting(o -> o.matricule().value()).containsExactly("BBBBBBBB");
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  void tellsAKeyNothingOfOtherOrganisationsNotEvenWhetherTheyAreThere() {
    OrganisationView own = desk.depositor("12ABC345");
    desk.depositor("98XYZ765");
    Caller key = desk.key(own, "k", OrganisationSamples.ED25519, KeyScope.values());
    assertThat(desk.directory().find(key, own.id())).contains(own);
    for (String other : List.of("98XYZ765", "00000000")) {
      assertThatThrownBy(() -> desk.directory().findByMatricule(key, new Matricule(other)))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
    }
    assertThatThrownBy(() -> register.suspend(OPERATOR, new Matricule("00000000")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_ORGANISATION));
  }

  @Test
  void letsNoKeyAdministrate() {
    OrganisationView own = desk.depositor("12ABC345");
    Caller key = desk.key(own, "k", OrganisationSamples.ED25519, KeyScope.values());
    assertThatThrownBy(() -> register.add(key, OrganisationSamples.depositor("98XYZ765")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> register.list(key, PageRequest.from(0)))
        .isInstanceOf(RefusedException.class);
    OrganisationQuery all = new OrganisationQuery("", OrganisationQuery.Order.NAME, false);
    assertThatThrownBy(() -> register.search(key, all, PageRequest.from(0)))
        .isInstanceOf(RefusedException.class);
    assertThat(register.search(OPERATOR, all, PageRequest.from(0)).total()).isEqualTo(1);
    assertThatThrownBy(() -> register.suspend(key, own.matricule()))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> desk.keys().stop(key, own.matricule(), "k"))
        .isInstanceOf(RefusedException.class);
  }
}
