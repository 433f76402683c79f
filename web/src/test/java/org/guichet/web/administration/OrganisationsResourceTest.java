package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.web.administration.Answers.body;
import static org.guichet.web.administration.Answers.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.AddOrganisationOutcome;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationsResourceTest {
  private static final String VAUCLAIR =
      "{'matricule':'77zzz001','name':' Institut Vauclair ','email':'depots@vauclair.example',"
          + "'language':'en','contract':'MCFCER000123','mode':'by-passage'}";

  private final Register register = new Register();
  private final OrganisationsResource resource = new OrganisationsResource();

  @BeforeEach
  void wire() {
    resource.register = register;
    resource.settings = SomeSettings.at(Path.of("data"));
    speak("fr");
  }

  @Test
  void addsWhatWasWritten() throws Exception {
    Answer answer = resource.add(body(VAUCLAIR));
    assertThat(register.asked)
        .containsExactly(
            new NewOrganisation(
                "77zzz001",
                "Institut Vauclair",
                "depots@vauclair.example",
                Locale.ENGLISH,
                Optional.of("MCFCER000123"),
                CheckingMode.BY_PASSAGE));
    assertThat(register.caller).isEqualTo(Caller.commandLine());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(outcome(answer)).isEqualTo("done");
    assertThat(answer.messages())
        .containsExactly("Organisation 77ZZZ001 ajoutée\u00a0: Institut Vauclair.");
    assertThat(answer.rows().get(0))
        .hasToString(
            "{\"matricule\":\"77ZZZ001\",\"name\":\"Institut Vauclair\","
                + "\"email\":\"depots@vauclair.example\",\"language\":\"en\","
                + "\"mode\":\"by-passage\",\"contracts\":[\"MCFCER000123\"],"
                + "\"state\":\"active\",\"createdAt\":\"2026-11-22T10:00:05+01:00\","
                + "\"legalName\":\"\",\"seat\":\"\",\"siret\":\"\",\"uai\":\"\",\"ide\":\"\"}");
  }

  @Test
  void takesFrenchStrictAndNoContractWhereNothingIsSaid() throws Exception {
    resource.add(body("{'matricule':'77ZZZ001','name':'A','email':'a@a.example'}"));
    assertThat(register.asked.get(0).language()).isEqualTo(Locale.FRENCH);
    assertThat(register.asked.get(0).mode()).isEqualTo(CheckingMode.STRICT);
    assertThat(register.asked.get(0).contract()).isEmpty();
  }

  @Test
  void saysUnchangedWhenItIsRepeated() throws Exception {
    resource.add(body(VAUCLAIR));
    Answer again = resource.add(body(VAUCLAIR));
    assertThat(again.status()).isEqualTo(200);
    assertThat(outcome(again)).isEqualTo("unchanged");
  }

  @Test
  void refusesWithEveryMistakeInTheLanguageAskedFor() throws Exception {
    register.mistakes =
        List.of(
            Mistake.of("matricule", Mistake.Code.MATRICULE_MALFORMED, "7"),
            Mistake.of("email", Mistake.Code.EMAIL_MALFORMED));
    speak("en");
    Answer answer = resource.add(body(VAUCLAIR));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(outcome(answer)).isEqualTo("refused");
    assertThat(answer.code()).isEqualTo("MATRICULE_MALFORMED");
    assertThat(answer.messages()).hasSize(2);
    assertThat(answer.messages().get(0)).contains("eight letters or digits");
  }

  @Test
  void leavesWhatIsMissingForTheDeskToFind() throws Exception {
    resource.add(body("{'matricule':'  '}"));
    assertThat(register.asked.get(0).matricule()).isEmpty();
    assertThat(register.asked.get(0).name()).isEmpty();
    assertThat(register.asked.get(0).email()).isEmpty();
  }

  @Test
  void refusesWhatItCannotRead() {
    assertMistake("NOT_JSON", "[1]");
    assertMistake("NOT_JSON", "{'matricule':");
    assertMistake("MALFORMED", "{'matricule':12}");
    assertMistake("NOT_A_CHOICE", VAUCLAIR.replace("by-passage", "lax"));
    assertMistake("TOO_LARGE", "{'matricule':'" + "7".repeat(Fields.MAX_BYTES) + "'}");
  }

  private void assertMistake(String code, String body) {
    assertThatThrownBy(() -> resource.add(body(body)))
        .isInstanceOfSatisfying(
            MistakeException.class, mistake -> assertThat(mistake.code()).isEqualTo(code));
    assertThat(register.asked).isEmpty();
  }

  @Test
  void listsEveryOrganisationHoweverMany() {
    int many = PageRequest.LARGEST * 2 + 1;
    IntStream.range(0, many).forEach(i -> register.known.add(view("%08d".formatted(i))));
    assertThat(resource.list().rows()).hasSize(many);
  }

  @Test
  void suspendsAndResumesOnceAndSaysSo() {
    assertThat(outcome(resource.suspend("77zzz001"))).isEqualTo("done");
    assertThat(outcome(resource.suspend("77ZZZ001"))).isEqualTo("unchanged");
    assertThat(outcome(resource.resume("77ZZZ001"))).isEqualTo("done");
    assertThat(outcome(resource.resume("77ZZZ001"))).isEqualTo("unchanged");
    assertThatThrownBy(() -> resource.resume("77"))
        .isInstanceOfSatisfying(
            MistakeException.class,
            mistake -> assertThat(mistake.code()).isEqualTo("NOT_A_MATRICULE"));
  }

  private void speak(String language) {
    resource.request = new Requests.Asked().header("Accept-Language", language).request();
  }

  private static OrganisationView view(String matricule) {
    return new OrganisationView(
        new OrganisationId(new UUID(0, 1)),
        new Matricule(matricule),
        "Institut Vauclair",
        "depots@vauclair.example",
        Locale.ENGLISH,
        CheckingMode.BY_PASSAGE,
        OrganisationState.ACTIVE,
        List.of("MCFCER000123"),
        Instant.parse("2026-11-22T09:00:05.123456Z"));
  }

  /** Adds the first, knows it afterwards; nothing is stored. */
  private static final class Register extends OrganisationRegister {
    private final List<NewOrganisation> asked = new ArrayList<>();
    private final List<OrganisationView> known = new ArrayList<>();
    private List<Mistake> mistakes = List.of();
    private Caller caller = Caller.system("nobody yet");
    private boolean suspended;

    @Override
    public AddOrganisationOutcome add(Caller by, NewOrganisation data) {
      caller = by;
      asked.add(data);
      if (!mistakes.isEmpty()) {
        return new AddOrganisationOutcome.Refused(mistakes);
      }
      return asked.size() == 1
          ? new AddOrganisationOutcome.Added(view("77ZZZ001"))
          : new AddOrganisationOutcome.AlreadyThere(view("77ZZZ001"));
    }

    @Override
    public Page<OrganisationView> list(Caller by, PageRequest page) {
      int end = Math.min(known.size(), page.first() + page.size());
      return new Page<>(known.subList(page.first(), end), known.size());
    }

    @Override
    public boolean suspend(Caller by, Matricule matricule) {
      boolean changes = !suspended;
      suspended = true;
      return changes;
    }

    @Override
    public boolean resume(Caller by, Matricule matricule) {
      boolean changes = suspended;
      suspended = false;
      return changes;
    }
  }
}
