package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.AddMandateOutcome;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.RecordingNotices;
import org.guichet.web.SomePeople;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.Test;

class MandatePagesTest {
  private static final Matricule OWN = new Matricule("77ZZZ001");
  private static final Matricule PARTNER = new Matricule("77ZZZ014");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final Settings SETTINGS =
      SomeSettings.at(Path.of("target"), URI.create("http://x"), 22);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final RecordingNotices notices = new RecordingNotices();
  private final List<String> asked = new ArrayList<>();
  private List<String> contracts = List.of("C-1");
  private List<MandateView> mandates = List.of();
  private List<Mistake> mistakes = List.of();
  private int revoked = 1;

  private final Mandates book =
      new Mandates() {
        @Override
        public List<MandateView> list(Caller caller, Matricule matricule) {
          return mandates;
        }

        @Override
        public List<OrganisationView> candidates(Caller caller, Matricule certifier, String text) {
          return text.equals(PARTNER.value()) ? List.of(organisation(PARTNER)) : List.of();
        }

        @Override
        public AddMandateOutcome add(
            Caller caller,
            Matricule certifier,
            Matricule depositor,
            LocalDate from,
            Optional<LocalDate> until) {
          asked.add(certifier + " " + depositor + " " + from + " " + until.orElse(null));
          return mistakes.isEmpty()
              ? new AddMandateOutcome.Added(mandate(OWN, PARTNER, TODAY, Optional.empty()))
              : new AddMandateOutcome.Refused(mistakes);
        }

        @Override
        public int revoke(Caller caller, Matricule certifier, Matricule depositor) {
          asked.add("revoke " + depositor);
          return revoked;
        }
      };

  private OrganisationView organisation(Matricule matricule) {
    return new OrganisationView(
        new OrganisationId(new UUID(1, 1)),
        matricule,
        "Atelier " + matricule,
        "contact@atelier.example",
        Locale.FRENCH,
        CheckingMode.STRICT,
        OrganisationState.ACTIVE,
        contracts,
        Instant.EPOCH);
  }

  private static MandateView mandate(
      Matricule certifier, Matricule depositor, LocalDate from, Optional<Instant> revokedAt) {
    return new MandateView(
        UUID.nameUUIDFromBytes(new byte[] {1}),
        certifier,
        "Certificateur",
        depositor,
        "Déposant",
        from,
        Optional.empty(),
        Instant.EPOCH,
        revokedAt,
        revokedAt.isEmpty() && !from.isAfter(TODAY));
  }

  private MandatesPage table(Permission... permissions) {
    MandatesPage page = new MandatesPage();
    page.worked = SomeWork.allowing(permissions);
    page.language = SomePeople.reading("fr");
    page.dates = SomePeople.dates(SETTINGS);
    page.mandates = book;
    page.settings = SETTINGS;
    page.clock = NOON;
    page.directory =
        new OrganisationDirectory() {
          @Override
          public Optional<OrganisationView> find(Caller caller, OrganisationId id) {
            return Optional.of(organisation(OWN));
          }
        };
    return page;
  }

  private MandateGrantPage granting() {
    MandateGrantPage page = new MandateGrantPage();
    page.worked = SomeWork.allowing(Permission.MANDATE_MANAGE);
    page.notices = notices;
    page.mandates = book;
    page.settings = SETTINGS;
    page.clock = NOON;
    return page;
  }

  @Test
  void showsWhatWasGivenApartFromWhatWasGotTheOnesInForceFirst() {
    mandates =
        List.of(
            mandate(OWN, PARTNER, TODAY.minusDays(9), Optional.of(Instant.EPOCH)),
            mandate(OWN, PARTNER, TODAY.plusDays(1), Optional.empty()),
            mandate(OWN, PARTNER, TODAY, Optional.empty()),
            mandate(PARTNER, OWN, TODAY, Optional.empty()));
    MandatesPage page = table(Permission.MANDATE_VIEW, Permission.MANDATE_MANAGE);
    assertThat(page.getGiven())
        .extracting(MandatesPage.Row::state)
        .containsExactly("En vigueur", "Commence plus tard", "Révoqué");
    assertThat(page.getGiven())
        .extracting(MandatesPage.Row::revocable)
        .containsExactly(true, true, false);
    assertThat(page.getReceived())
        .extracting(MandatesPage.Row::name)
        .containsExactly("Certificateur");
    assertThat(page.getReceived()).noneMatch(MandatesPage.Row::revocable);
  }

  @Test
  void offersGrantingToCertifiersWhoMay() {
    assertThat(table(Permission.MANDATE_MANAGE).isGranting()).isTrue();
    assertThat(table(Permission.MANDATE_VIEW).isGranting()).isFalse();
    contracts = List.of();
    assertThat(table(Permission.MANDATE_MANAGE).isGranting()).isFalse();
  }

  @Test
  void grantsToTheOneThatWasChosenFromTodayUnlessSaidOtherwise() {
    notices.asked.parameter("depositor", PARTNER.value());
    MandateGrantPage page = granting();
    page.setUntil("2026-12-31");
    page.grant();
    assertThat(asked).containsExactly("77ZZZ001 77ZZZ014 2026-11-21 2026-12-31");
    assertThat(notices.said).containsExactly("info mandates.GRANTED");
    assertThat(notices.went).isEqualTo("/portal/mandates");
  }

  @Test
  void asksNothingOfTheDeskWhileADayOrTheDepositorIsMissing() {
    MandateGrantPage page = granting();
    page.setFrom("demain");
    page.setUntil("un jour");
    page.grant();
    assertThat(asked).isEmpty();
    assertThat(notices.said)
        .containsExactly(
            "error from form.day.WRONG", "error until form.day.WRONG", "error mandates.new.NOBODY");
  }

  @Test
  void saysAtTheFieldWhatTheDeskRefuses() {
    mistakes = List.of(Mistake.of("until", Mistake.Code.MANDATE_ENDS_BEFORE_IT_BEGINS, "a", "b"));
    notices.asked.parameter("depositor", PARTNER.value());
    granting().grant();
    assertThat(notices.said).containsExactly("error until MANDATE_ENDS_BEFORE_IT_BEGINS");
    assertThat(notices.went).isNull();
  }

  @Test
  void revokesAfterHavingSaidWhatEnds() {
    mandates = List.of(mandate(OWN, PARTNER, TODAY, Optional.empty()));
    notices.asked.parameter("depositor", PARTNER.value());
    MandateEndPage page = new MandateEndPage();
    page.worked = SomeWork.allowing(Permission.MANDATE_MANAGE);
    page.notices = notices;
    page.mandates = book;
    page.table = table(Permission.MANDATE_MANAGE);
    assertThat(page.getEnding()).hasSize(1);
    assertThat(page.getName()).isEqualTo("Déposant");
    page.revoke();
    revoked = 0;
    page.revoke();
    assertThat(notices.said)
        .containsExactly("info mandates.REVOKED", "warning mandates.NOTHING_TO_REVOKE");
  }
}
