package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.GroupMembers;
import org.guichet.account.boundary.GroupRights;
import org.guichet.account.boundary.UserOverview;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AdministeredGroup;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Kind;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.GroupMemberOutcome;
import org.guichet.account.entity.GroupMemberView;
import org.guichet.account.entity.GroupQuery;
import org.guichet.account.entity.Headcount;
import org.guichet.account.entity.PeopledGroup;
import org.guichet.account.entity.PeopledOrganisation;
import org.guichet.account.entity.PersonThere;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.entity.InvitedBy;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.review.boundary.ReviewDesk;
import org.guichet.review.entity.ReviewSheet;
import org.guichet.review.entity.ReviewView;
import org.guichet.review.entity.ReviewedPerson;
import org.guichet.web.RecordingNotices;
import org.guichet.web.RightBox;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;

/** User management: whom one manages, the people of a group, and the yearly review. */
class UserPagesTest {
  private static final RightGroup TEAM =
      new RightGroup(
          "EQUIPE",
          new Names("Équipe", "Team"),
          List.of(
              right("CHEF", Kind.ADMINISTRATOR, ""),
              right("SAISIE", Kind.USER, "EITHER"),
              right("CONTROLE", Kind.USER, "EITHER")));
  private static final Catalogue.Application SERVICE =
      new Catalogue.Application(
          "EQUIPES", new Names("Équipes", "Teams"), false, List.of(), List.of(TEAM));

  private final FakeMembers fake = new FakeMembers();
  private final RecordingNotices notices = new RecordingNotices();
  private final List<String> asked = new ArrayList<>();
  private boolean administering = true;
  private GroupMemberOutcome outcome = new GroupMemberOutcome.Changed(omar());

  private static Right right(String code, Kind kind, String exclusion) {
    return new Right(
        code,
        new Names("Fait " + code, "Does " + code),
        kind,
        Set.of(),
        Optional.of(exclusion).filter(set -> !set.isEmpty()));
  }

  private static GroupMemberView omar() {
    return new GroupMemberView(
        FakeMembers.account(FakeMembers.OMAR, "Omar", AccountState.ACTIVE),
        Set.of("SAISIE", "ANCIEN"),
        false,
        true,
        Instant.EPOCH);
  }

  private final GroupMembers members =
      new GroupMembers() {
        @Override
        public Page<GroupMemberView> list(Caller caller, String group, GroupQuery query) {
          asked.add(
              "list %s %s %s %s"
                  .formatted(group, query.search(), query.role().orElse("-"), query.sort()));
          return new Page<>(List.of(omar()), 30);
        }

        @Override
        public GroupMemberView find(Caller caller, String group, AccountId id) {
          return omar();
        }

        @Override
        public GroupMemberOutcome change(
            Caller caller, String group, AccountId id, Set<String> roles) {
          asked.add("change " + group + " " + roles);
          return outcome;
        }

        @Override
        public GroupMemberOutcome remove(Caller caller, String group, AccountId id) {
          asked.add("remove " + group);
          return outcome;
        }
      };

  private GroupWords words() {
    GroupWords words = new GroupWords();
    words.language = SomePeople.reading("fr");
    words.words = fake.words();
    words.words.desk =
        new CatalogueDesk() {
          @Override
          public Catalogue catalogue(Caller caller) {
            return new Catalogue(List.of(SERVICE));
          }
        };
    return words;
  }

  private GroupUserPage user() {
    fake.request.parameter("group", "EQUIPE").parameter("id", FakeMembers.OMAR.toString());
    GroupUserPage page = new GroupUserPage();
    page.request = fake.request.request();
    page.visitor = fake.visitor();
    page.notices = notices;
    page.dates = SomePeople.telling("fr");
    page.members = members;
    page.groups =
        new GroupRights() {
          @Override
          public boolean administers(Caller caller, String group) {
            return administering;
          }
        };
    page.invitations = invitations;
    page.words = words();
    return page;
  }

  private final InvitationDesk invitations =
      new InvitationDesk() {
        @Override
        public Optional<InvitedBy> invited(Caller caller, GrantPlace place, AccountId member) {
          return Optional.ofNullable(inviters(caller, place).get(member));
        }

        @Override
        public Map<AccountId, InvitedBy> inviters(Caller caller, GrantPlace place) {
          return place.equals(GrantPlace.in("EQUIPE"))
              ? Map.of(
                  FakeMembers.OMAR, new InvitedBy(Optional.of("Claire Montségur"), Instant.EPOCH))
              : Map.of();
        }
      };

  @Test
  void saysWhoInvitedSomebodyToTheGroup() {
    assertThat(user().getFacts())
        .filteredOn(fact -> fact.label().equals("Invité(e) par"))
        .extracting(OrganisationPage.Fact::value)
        .containsExactly("Claire Montségur, le 1 janvier 1970");
    assertThat(review().getRows().get(0).invited())
        .isEqualTo("Claire Montségur, le 1 janvier 1970");
  }

  @Test
  void leadsAwayWhoGaveUpTheirOwnAdministration() {
    administering = false;
    fake.request.parameter("ticking", "1").parameter("role", "SAISIE");
    user().save();
    assertThat(notices.said).containsExactly("info group-user.CHANGED");
    assertThat(notices.went).isEqualTo("/portal/users");
  }

  @Test
  void showsTheRolesOfAGroupByKindExclusiveOnesMarked() {
    GroupUserPage page = user();
    assertThat(page.getKinds())
        .extracting(
            kind ->
                kind.boxes().stream()
                    .map(box -> box.name() + "/" + box.exclusive() + "/" + box.excludes())
                    .toList())
        .containsExactly(
            List.of("Fait CHEF/false/"),
            List.of("Fait SAISIE/true/Fait CONTROLE", "Fait CONTROLE/true/Fait SAISIE"));
    assertThat(page.isExclusive()).isTrue();
    assertThat(page.getKinds().get(1).boxes())
        .extracting(RightBox::ticked)
        .containsExactly(true, false);
    assertThat(page.isExclusive()).isTrue();
    assertThat(page.getPast()).contains("ANCIEN");
  }

  @Test
  void changesRolesAndTellsWhatStandsAgainstIt() {
    fake.request.parameter("ticking", "1").parameter("role", "CHEF");
    user().save();
    assertThat(asked).containsExactly("change EQUIPE [CHEF]");
    assertThat(notices.said).containsExactly("info group-user.CHANGED");
    assertThat(notices.went).startsWith("/portal/group-user?group=EQUIPE&id=");

    notices.said.clear();
    outcome =
        new GroupMemberOutcome.Refused(
            List.of(AccountMistake.of("roles", Code.ROLES_EXCLUSIVE, "CONTROLE, SAISIE")));
    GroupUserPage page = user();
    page.save();
    assertThat(notices.said).containsExactly("error roles ROLES_EXCLUSIVE");
    assertThat(page.getKinds().get(0).boxes().get(0).ticked()).as("kept").isTrue();
  }

  @Test
  void takesSomebodyOutAndGoesBackToTheList() {
    user().remove();
    assertThat(asked).containsExactly("remove EQUIPE");
    assertThat(notices.said).containsExactly("info group-user.REMOVED");
    assertThat(notices.went).isEqualTo("/portal/group-users?group=EQUIPE");
  }

  @Test
  void findsThePeopleOfAGroupAsItsAddressSays() {
    fake.request.parameter("group", "EQUIPE").parameter("q", "roy").parameter("role", "SAISIE");
    fake.request.parameter("sort", "-since");
    GroupUsersPage page = new GroupUsersPage();
    page.request = fake.request.request();
    page.visitor = fake.visitor();
    page.members = members;
    page.words = words();
    assertThat(page.getTitle()).isEqualTo("Équipe");
    assertThat(asked).containsExactly("list EQUIPE roy SAISIE SINCE");
    assertThat(page.getRows().get(0).roles()).hasSize(2).contains("Fait SAISIE (SAISIE)");
    assertThat(page.getQuery()).isEqualTo("group=EQUIPE&q=roy&role=SAISIE&sort=-since&");
    assertThat(page.isMore()).isTrue();
  }

  @Test
  void groupsWhatOneManagesByApplicationAndOrganisation() {
    UsersPage page = new UsersPage();
    page.request = fake.request.request();
    page.visitor = fake.visitor();
    page.language = SomePeople.reading("fr");
    page.overview =
        new UserOverview() {
          @Override
          public Page<PeopledOrganisation> organisations(
              Caller caller, String search, PageRequest part) {
            return new Page<>(List.of(), 0);
          }

          @Override
          public List<PeopledGroup> groups(Caller caller) {
            return List.of(
                new PeopledGroup(new AdministeredGroup(SERVICE, TEAM), new Headcount(2, 1)));
          }
        };
    assertThat(page.isNobody()).isFalse();
    UsersPage.Offering service = page.getServices().get(0);
    assertThat(service.name()).isEqualTo("Équipes");
    assertThat(service.groups().get(0).people()).isEqualTo("2 utilisateurs");
    assertThat(service.groups().get(0).administrators()).isEqualTo("dont 1 administrateur");
    assertThat(service.groups().get(0).address()).isEqualTo("/portal/group-users?group=EQUIPE");
  }

  @Test
  void confirmsWhoIsTickedInAReviewAndNobodyElse() {
    fake.request.parameter("group", "EQUIPE");
    ReviewPage page = review();
    page.confirm();
    assertThat(notices.said).containsExactly("error review.NOBODY");
    assertThat(page.getRows().get(0).waiting()).isTrue();
    assertThat(page.getProgress()).contains("0 sur 1");

    notices.said.clear();
    fake.request.parameter("person", FakeMembers.OMAR.toString());
    review().confirm();
    assertThat(asked).containsExactly("confirm [" + FakeMembers.OMAR + "]");
    assertThat(notices.said).containsExactly("info review.CONFIRMED");
    assertThat(notices.went).isEqualTo("/portal/review?group=EQUIPE");
  }

  private ReviewPage review() {
    ReviewPage page = new ReviewPage();
    page.request = fake.request.request();
    page.visitor = fake.visitor();
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    page.dates = SomePeople.telling("fr");
    page.permissions = Permissions.of(List.of());
    page.organisation = fake.organisation();
    page.groups = words();
    page.members = fake.words();
    page.invitations = invitations;
    page.desk =
        new ReviewDesk() {
          @Override
          public Optional<ReviewSheet> sheet(Caller caller, GrantPlace place) {
            return Optional.of(sheetOf(place));
          }

          @Override
          public int confirm(Caller caller, GrantPlace place, Set<AccountId> accounts) {
            asked.add("confirm " + accounts);
            return accounts.size();
          }
        };
    return page;
  }

  private static ReviewSheet sheetOf(GrantPlace place) {
    PersonThere person =
        new PersonThere(
            FakeMembers.OMAR,
            "omar.roy",
            omar().account().name(),
            "omar@example.org",
            omar().account().language(),
            Set.of("SAISIE"),
            false,
            true,
            Optional.empty(),
            Instant.EPOCH);
    return new ReviewSheet(
        new ReviewView(
            new UUID(0, 1),
            place,
            new Names("Équipe", "Team"),
            "EQUIPE",
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            true,
            false,
            1,
            0),
        List.of(new ReviewedPerson(person, true, Optional.empty(), "")));
  }
}
