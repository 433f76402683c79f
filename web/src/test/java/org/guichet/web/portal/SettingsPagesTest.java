package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.flux.register.HolderRegister;
import org.guichet.organisation.boundary.CheckingSettings;
import org.guichet.organisation.boundary.MailRecipients;
import org.guichet.organisation.boundary.PeopleRegister;
import org.guichet.organisation.boundary.PeopleRegisters;
import org.guichet.organisation.boundary.SilenceTerms;
import org.guichet.organisation.entity.AddRecipientOutcome;
import org.guichet.organisation.entity.CheckingChoice;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.IdentityCheck;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewMailRecipient;
import org.guichet.organisation.entity.RegisterCoverage;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.RecordingNotices;
import org.guichet.web.SomePeople;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.Test;

class SettingsPagesTest {
  private static final Settings SETTINGS =
      SomeSettings.at(Path.of("target"), URI.create("https://depot.example"), 2222);
  private static final MailRecipientView SOMEBODY =
      new MailRecipientView(
          new UUID(0, 7),
          "zoe@b.example",
          Locale.ENGLISH,
          Set.of(MailedReceipt.PROCESSING),
          MailTiming.KO_ONLY,
          Instant.EPOCH);

  private final RecordingNotices notices = new RecordingNotices();
  private final List<String> asked = new ArrayList<>();
  private boolean changes = true;

  private final MailRecipients recipients =
      new MailRecipients() {
        @Override
        public List<MailRecipientView> list(Caller caller, Matricule matricule) {
          return List.of(SOMEBODY);
        }

        @Override
        public AddRecipientOutcome add(Caller caller, Matricule matricule, NewMailRecipient data) {
          asked.add(
              data.address() + " " + data.language() + " " + data.receipts() + " " + data.timing());
          return new AddRecipientOutcome.Changed(SOMEBODY);
        }

        @Override
        public boolean remove(Caller caller, Matricule matricule, String address) {
          return asked.add("remove " + address);
        }
      };

  private SettingsPage settings(Permission... permissions) {
    SettingsPage page = new SettingsPage();
    page.worked = SomeWork.allowing(permissions);
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    page.dates = SomePeople.dates(SETTINGS);
    page.settings = SETTINGS;
    page.recipients = recipients;
    page.registers = PeopleRegisters.of(page.worked.permissions, List.of());
    page.checking =
        new CheckingSettings() {
          @Override
          public CheckingChoice view(Caller caller, OrganisationId id) {
            return new CheckingChoice(CheckingMode.STRICT, IdentityCheck.WARN);
          }

          @Override
          public boolean change(Caller caller, Matricule matricule, CheckingChoice wanted) {
            asked.add(wanted.mode() + " " + wanted.identity());
            return changes;
          }
        };
    return page;
  }

  private RecipientPage recipient() {
    RecipientPage page = new RecipientPage();
    page.worked = SomeWork.allowing(Permission.RECIPIENT_MANAGE);
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    page.recipients = recipients;
    page.begin();
    return page;
  }

  @Test
  void showsWhatIsChosenAndSavesAnotherChoice() {
    notices.asked.parameter("mode", "BY_PASSAGE").parameter("identity", "BLOCK");
    SettingsPage page = settings(Permission.SETTINGS_MANAGE);
    assertThat(page.getModes())
        .filteredOn(SettingsPage.Choice::here)
        .extracting(SettingsPage.Choice::name)
        .containsExactly("Stricte");
    assertThat(page.getIdentities())
        .filteredOn(SettingsPage.Choice::here)
        .extracting(SettingsPage.Choice::value)
        .containsExactly("WARN");
    page.choose();
    changes = false;
    page.choose();
    assertThat(asked).containsExactly("BY_PASSAGE BLOCK", "BY_PASSAGE BLOCK");
    assertThat(notices.said).containsExactly("info settings.SAVED", "info settings.SAME");
  }

  @Test
  void savesNothingThatIsNoChoice() {
    notices.asked.parameter("mode", "BY_PASSAGE").parameter("identity", "EVERYBODY");
    settings(Permission.SETTINGS_MANAGE).choose();
    assertThat(asked).isEmpty();
    assertThat(notices.said).containsExactly("error settings.CHOOSE");
  }

  @Test
  void choosesAfterHowManyDaysASilenceIsToldAndRefusesWhatIsNoNumber() {
    SettingsPage page = settings(Permission.SETTINGS_MANAGE);
    page.silences =
        new SilenceTerms() {
          @Override
          public Optional<Integer> chosen(Caller caller, OrganisationId id) {
            return Optional.of(21);
          }

          @Override
          public Optional<Mistake> choose(
              Caller caller, Matricule matricule, Optional<Integer> days) {
            asked.add("silence " + days);
            return Optional.empty();
          }
        };
    assertThat(page.getSilence()).isEqualTo("21");
    assertThat(page.getSilenceText()).contains("après 21 jours");
    page.setSilence(" 30 ");
    page.listen();
    page.setSilence(null);
    page.listen();
    page.setSilence("un mois");
    page.listen();
    assertThat(page.getSilence()).isEqualTo("un mois");
    assertThat(asked).containsExactly("silence Optional[30]", "silence Optional.empty");
    assertThat(notices.said)
        .startsWith("info settings.silence.SAVED.on", "info settings.silence.SAVED.off")
        .hasSize(3);
  }

  @Test
  void saysWhomTheRegisterCoversOrThatThereIsNone() {
    SettingsPage page = settings(Permission.ORGANISATION_VIEW);
    assertThat(page.getCoverage()).startsWith("Vous n’avez pas encore de registre");
    page.registers =
        PeopleRegisters.of(
            page.worked.permissions,
            List.of(
                new PeopleRegister() {
                  @Override
                  public Optional<RegisterCoverage> coverage(OrganisationId certifier) {
                    return Optional.of(
                        new RegisterCoverage(1234, Instant.parse("2026-11-21T13:05:00Z")));
                  }

                  @Override
                  public Optional<HolderRegister> of(OrganisationId certifier) {
                    return Optional.empty();
                  }
                }));
    assertThat(page.getCoverage()).contains("234 personnes", "21 novembre 2026");
  }

  @Test
  void isShutToWhoeverMayNotSeeRecipients() {
    assertThatThrownBy(() -> settings(Permission.ORGANISATION_VIEW).begin())
        .isInstanceOf(RefusedException.class);
    settings(Permission.RECIPIENT_VIEW).begin();
    assertThat(settings(Permission.RECIPIENT_VIEW).isRecipientsChangeable()).isFalse();
  }

  @Test
  void showsHowSomebodyIsWrittenToAndChangesIt() {
    notices.asked.parameter("id", SOMEBODY.id().toString());
    RecipientPage shown = recipient();
    assertThat(shown.isKnown()).isTrue();
    assertThat(shown.getTongue()).isEqualTo("en");
    assertThat(shown.getTimings())
        .filteredOn(SettingsPage.Choice::here)
        .extracting(SettingsPage.Choice::value)
        .containsExactly("KO_ONLY");

    notices.asked.parameter("timing", "DAILY").parameter("receipt.RECEPTION", "1");
    notices.asked.parameter("tongue", "fr");
    RecipientPage sent = recipient();
    sent.setAddress("somebody.else@b.example");
    sent.save();
    sent.remove();
    assertThat(asked).containsExactly("zoe@b.example fr [RECEPTION] DAILY", "remove zoe@b.example");
    assertThat(notices.said)
        .containsExactly("info settings.recipient.CHANGED", "info settings.recipient.REMOVED");
  }

  @Test
  void beginsWithBothReceiptsAtEachDrop() {
    RecipientPage page = recipient();
    assertThat(page.isKnown()).isFalse();
    page.setAddress("neu@b.example");
    page.save();
    assertThat(asked).hasSize(1).first().asString().startsWith("neu@b.example fr").endsWith("EACH");
  }
}
