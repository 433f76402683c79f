package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.CreateAccountOutcome;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.entity.InvitedBy;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.RecordingNotices;
import org.guichet.web.RightBox;
import org.guichet.web.SomePeople;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.Test;

/** What pages of members ask the desk, and what they say of its answers. */
class MemberPagesTest {
  private final FakeMembers fake = new FakeMembers();
  private final RecordingNotices notices = new RecordingNotices();

  private MembersPage table() {
    MembersPage page = new MembersPage();
    page.request = fake.request.request();
    page.visitor = fake.visitor();
    page.language = SomePeople.reading("fr");
    page.members = fake.members;
    page.organisation = fake.organisation();
    page.words = fake.words();
    return page;
  }

  private NewMemberPage form() {
    NewMemberPage page = new NewMemberPage();
    page.request = fake.request.request();
    page.visitor = fake.visitor();
    page.language = SomePeople.reading("fr");
    page.notices = notices;
    page.members = fake.members;
    page.organisation = fake.organisation();
    page.profiles = fake.choice();
    return page;
  }

  private MemberPage one() {
    fake.request.parameter("id", FakeMembers.OMAR.toString());
    MemberPage page = new MemberPage();
    page.request = fake.request.request();
    page.visitor = fake.visitor();
    page.notices = notices;
    page.dates = SomePeople.telling("fr");
    page.members = fake.members;
    page.care = fake.care;
    page.invitations =
        new InvitationDesk() {
          @Override
          public Optional<InvitedBy> invited(Caller caller, GrantPlace place, AccountId member) {
            return Optional.of(new InvitedBy(Optional.of("Claire Montségur"), Instant.EPOCH));
          }
        };
    page.organisation = fake.organisation();
    page.choice = fake.choice();
    page.words = fake.words();
    page.settings = SomeSettings.at(Path.of("data"));
    return page;
  }

  private static String here() {
    return "/portal/member?id=" + FakeMembers.OMAR;
  }

  @Test
  void showsPeopleWithTheirProfilesInTheOrderOfTheCatalogueAndWhatCanBeDone() {
    MembersPage page = table();
    assertThat(page.getRows())
        .extracting(
            MembersPage.Row::name,
            MembersPage.Row::profiles,
            MembersPage.Row::state,
            MembersPage.Row::deeds)
        .containsExactly(
            tuple(
                "Omar Roy",
                List.of("Fait DEPOT (DEPOT)", "ANCIEN (retiré, n’autorise plus rien)"),
                "Actif",
                List.of(MemberDeed.RENEW, MemberDeed.DISABLE, MemberDeed.DELETE)));
    assertThat(page.getExtent()).isEqualTo("1 à 1 sur 1 personnes");
    assertThat(page.getLede()).contains("Institut 77ZZZ001");
    assertThat(page.getHeads())
        .extracting(MembersPage.Head::text)
        .containsExactly(
            "Personne", "Courriel", "Profils", "État", "Second facteur", "Dernière visite");
  }

  @Test
  void offersNothingToDoToWhoMayOnlySee() {
    fake.manages = false;
    assertThat(table().getRows()).extracting(MembersPage.Row::deeds).containsExactly(List.of());
    assertThat(table().getLede()).contains("leurs administrateurs les gèrent");
    assertThat(one().getDeeds()).isEmpty();
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> form().getTitle());
  }

  @Test
  void showsThePeopleOfTheOrganisationThatTheAddressNames() {
    fake.request.parameter("of", "77ZZZ002");
    assertThat(table().getLede()).contains("77ZZZ002");
    table().getRows();
    assertThat(fake.asked).contains("list 00000000-0000-0001-0000-000000000002 from 0");
    fake.request.parameter("of", "77ZZZ003");
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> table().getTitle());
  }

  @Test
  void offersUsersTheProfilesOfUsersOfConnectedServices() {
    assertThat(form().getGroups())
        .flatExtracting(ProfileChoice.Group::boxes)
        .extracting(RightBox::code, RightBox::ticked)
        .containsExactly(tuple("DEPOT", false));
    fake.request.parameter("as", "administrator");
    assertThat(form().getGroups())
        .flatExtracting(ProfileChoice.Group::boxes)
        .extracting(RightBox::code, RightBox::ticked)
        .containsExactly(tuple("BP-ADMIN", true), tuple("DEPOT", false));
    fake.request.parameter("ticking", "1").parameter("profile", "DEPOT");
    assertThat(form().getGroups())
        .flatExtracting(ProfileChoice.Group::boxes)
        .extracting(RightBox::code, RightBox::ticked)
        .containsExactly(tuple("BP-ADMIN", false), tuple("DEPOT", true));
  }

  @Test
  void makesAnAccountAndGoesToIt() {
    fake.request.parameter("ticking", "1").parameter("profile", "DEPOT");
    NewMemberPage page = form();
    page.getPerson().setGiven("Zoé");
    page.getPerson().setFamily("Roy");
    page.getPerson().setEmail("zoe@vauclair.example");
    page.create();
    assertThat(fake.asked).containsExactly("create Zoé Roy zoe@vauclair.example [DEPOT]");
    assertThat(notices.said).containsExactly("info new-member.CREATED");
    assertThat(notices.went).isEqualTo("/portal/member?id=" + FakeMembers.ZOE);
  }

  @Test
  void saysAtItsFieldWhyNoAccountIsMade() {
    fake.made =
        new CreateAccountOutcome.Refused(
            List.of(AccountMistake.of("profiles", Code.PROFILES_EMPTY)));
    form().create();
    assertThat(notices.said).containsExactly("error profiles PROFILES_EMPTY");
    assertThat(notices.went).isNull();
  }

  @Test
  void changesIdentityAndProfiles() {
    MemberPage page = one();
    page.setFamily("Petit");
    page.save();
    fake.request.parameter("profile", "DEPOT", "BP-ADMIN");
    one().saveProfiles();
    assertThat(fake.asked)
        .containsExactly(
            "edit Omar Petit =omar@vauclair.example " + FakeMembers.OMAR,
            "profiles [DEPOT, BP-ADMIN] " + FakeMembers.OMAR);
    assertThat(notices.said).containsExactly("info member.SAVED", "info member.profiles.SAVED");
    assertThat(notices.went).isEqualTo(here());
  }

  @Test
  void saysThatThePersonMustConfirmWhereOthersAreConcerned() {
    fake.outcome = Optional.of(new MemberOutcome.Proposed());
    one().save();
    assertThat(notices.said).containsExactly("info member.PROPOSED");
  }

  @Test
  void saysWhyTheLastAdministratorKeepsTheProfile() {
    fake.outcome = Optional.of(FakeMembers.refused("profiles", Code.LAST_ADMINISTRATOR));
    one().saveProfiles();
    assertThat(notices.said).containsExactly("error profiles LAST_ADMINISTRATOR");
    assertThat(notices.went).isNull();
  }

  @Test
  void renewsToTheEndOfADayInTheZoneOfTheDeployment() {
    MemberPage page = one();
    page.setUntil("2027-06-30");
    page.renew();
    one().renew();
    page.setUntil("le 30 juin");
    page.renew();
    assertThat(fake.asked)
        .containsExactly(
            "renew 2027-06-30T21:59:59Z " + FakeMembers.OMAR, "renew - " + FakeMembers.OMAR);
    assertThat(notices.said)
        .containsExactly(
            "info member.RENEWED", "info member.RENEWED", "error expires member.renew.odd");
  }

  @Test
  void tellsWhatSavingWouldTakeAway() {
    assertThat(one().getPast()).isEqualTo("ANCIEN (retiré, n’autorise plus rien)");
    assertThat(one().getFacts())
        .extracting(OrganisationPage.Fact::label, OrganisationPage.Fact::value)
        .contains(tuple("Créé le", "2 janvier 2026"), tuple("Dernière visite", "Pas encore"));
  }

  @Test
  void findsNobodyUnderAnIdThatIsNone() {
    MemberPage page = one();
    fake.request.parameter("id", "../../etc");
    assertThatExceptionOfType(RefusedException.class).isThrownBy(page::getName);
  }

  @Test
  void offersForEachStateWhatMakesSense() {
    assertThat(deeds(AccountState.PENDING, true, false))
        .containsExactly(MemberDeed.RESEND, MemberDeed.DELETE);
    assertThat(deeds(AccountState.DISABLED, true, false))
        .containsExactly(MemberDeed.ENABLE, MemberDeed.DELETE);
    assertThat(deeds(AccountState.DELETED, true, false)).containsExactly(MemberDeed.RESTORE);
    assertThat(deeds(AccountState.ACTIVE, false, false))
        .containsExactly(MemberDeed.RENEW, MemberDeed.LEAVE);
    assertThat(deeds(AccountState.ACTIVE, true, true))
        .containsExactly(MemberDeed.RENEW, MemberDeed.DELETE);
  }

  private static List<MemberDeed> deeds(AccountState state, boolean alone, boolean self) {
    return MemberDeed.possible(
        FakeMembers.member(FakeMembers.account(FakeMembers.OMAR, "Omar", state), alone), self);
  }
}
