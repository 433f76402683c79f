package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.account.boundary.Finding;
import org.guichet.account.entity.FoundPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.assistance.boundary.TicketDesk;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.deposit.boundary.DepositSearch;
import org.guichet.deposit.boundary.PassageSearch;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.PassageHits;
import org.guichet.deposit.entity.PassageQuery;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.PermissionSource;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;

/** Seven people are found, and nothing else. */
class SearchPageTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> passages = new ArrayList<>();

  private SearchPage page(String text, Set<Permission> here, Set<Permission> everywhere) {
    SearchPage page = new SearchPage();
    page.request = new Requests.Asked().parameter("q", text).request();
    page.visitor =
        SomePeople.visiting(
            SomePeople.claire(SomePeople.organisation(1, true)), new Requests.Asked());
    page.language = SomePeople.reading("fr");
    page.dates = SomePeople.telling("fr");
    page.permissions = allowing(here, everywhere);
    page.deposits =
        new DepositSearch() {
          @Override
          public Page<DepositView> find(
              Caller caller, Optional<OrganisationId> organisation, String wanted, int most) {
            asked.add("deposits of " + organisation.map(o -> "one").orElse("all"));
            return new Page<>(List.of(), 0);
          }
        };
    page.search =
        new PassageSearch() {
          @Override
          public PassageHits find(
              Caller caller, Optional<OrganisationId> reader, PassageQuery query) {
            passages.add(query.by() + " " + query.text() + "/" + query.firstName());
            return PassageHits.NONE;
          }
        };
    page.finding = new SevenPeople();
    page.tickets =
        new TicketDesk() {
          @Override
          public Page<TicketRow> list(Caller caller, TicketQuery query, PageRequest part) {
            asked.add("tickets " + query.text());
            return new Page<>(List.of(), 0);
          }
        };
    return page;
  }

  private static Permissions allowing(Set<Permission> here, Set<Permission> everywhere) {
    return Permissions.of(
        List.of(
            new PermissionSource() {
              @Override
              public boolean grants(
                  Caller caller, Permission permission, OrganisationId organisation) {
                return here.contains(permission);
              }

              @Override
              public boolean grantsEverywhere(Caller caller, Permission permission) {
                return everywhere.contains(permission);
              }
            }));
  }

  @Test
  void showsAFewOfAKindAndWhereTheRestIs() {
    List<SearchPage.Group> groups = page("martin & co", Set.of(), Set.of()).getGroups();
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).extent()).isEqualTo("1 sur 7");
    assertThat(groups.get(0).more()).isEqualTo("/portal/members?q=martin+%26+co");
    assertThat(groups.get(0).rows().get(0).address())
        .isEqualTo("/portal/member?id=" + new UUID(0, 7) + "&of=77ZZZ001");
  }

  @Test
  void searchesForWhatTheVisitorMaySee() {
    page("martin", Set.of(), Set.of()).getGroups();
    assertThat(asked).isEmpty();
    page("martin", Set.of(Permission.DEPOSIT_VIEW), Set.of()).getGroups();
    assertThat(asked).containsExactly("deposits of one");
    page("martin", Set.of(), Set.of(Permission.DEPOSIT_VIEW, Permission.TICKET_VIEW)).getGroups();
    assertThat(asked).containsExactly("deposits of one", "deposits of all", "tickets martin");
  }

  @Test
  void searchesPassagesByIdThenByNameThenByBothNamesAndANumberByIdOnly() {
    page("de la tour marie", Set.of(Permission.DEPOSIT_VIEW), Set.of()).getGroups();
    assertThat(passages)
        .containsExactly("ID de la tour marie/", "NAME de la tour marie/", "NAME de la tour/marie");
    passages.clear();
    page("77598", Set.of(Permission.DEPOSIT_VIEW), Set.of()).getGroups();
    assertThat(passages).containsExactly("ID 77598/");
  }

  @Test
  void saysWhatIsSearched() {
    assertThat(page("", Set.of(), Set.of()).getScope()).doesNotContain("dépôts");
    assertThat(page("", Set.of(Permission.DEPOSIT_VIEW), Set.of()).getScope())
        .contains("les dépôts (numéro");
  }

  @Test
  void asksForNothingWithoutAText() {
    assertThat(page("  ", Set.of(Permission.DEPOSIT_VIEW), Set.of()).getGroups()).isEmpty();
    assertThat(asked).isEmpty();
  }

  private static final class SevenPeople extends Finding {
    @Override
    public Page<OrganisationView> organisations(Caller caller, String text, int most) {
      return new Page<>(List.of(), 0);
    }

    @Override
    public Page<FoundPerson> people(Caller caller, String text, int most) {
      return new Page<>(
          List.of(
              new FoundPerson(
                  new AccountId(new UUID(0, 7)),
                  "lea.martin",
                  new PersonName("Léa", "Martin"),
                  "lea@vauclair.example",
                  Optional.of(new Matricule("77ZZZ001")),
                  Optional.of("Institut 1"))),
          7);
    }
  }
}
