package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationQuery.Order;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.guichet.web.SortedBy;
import org.junit.jupiter.api.Test;

class OrganisationsPageTest {
  private static final OrganisationView VAUCLAIR =
      new OrganisationView(
          new OrganisationId(new UUID(0, 1)),
          new Matricule("77ZZZ001"),
          "Institut Vauclair",
          "contact@vauclair.example",
          Locale.FRENCH,
          CheckingMode.STRICT,
          OrganisationState.ACTIVE,
          List.of("MCFCER777001"),
          Instant.EPOCH);

  private final List<String> asked = new ArrayList<>();
  private final Requests.Asked request = new Requests.Asked();
  private List<OrganisationView> rows = List.of(VAUCLAIR);

  @Test
  void asksForWhatTheAddressSaysAndNoMore() {
    request.parameter("q", " vau ").parameter("sort", "-created").parameter("page", "3");
    OrganisationsPage page = page();
    assertThat(page.getRows())
        .extracting(OrganisationsPage.Row::kind)
        .containsExactly("Certificateur");
    assertThat(page.getExtent()).isEqualTo("51 à 51 sur 51");
    assertThat(page.isMore()).isFalse();
    assertThat(page.getQuery()).isEqualTo("q=vau&sort=-created&");
    assertThat(asked).containsExactly("vau CREATED true from 50, 25");
  }

  @Test
  void takesNonsenseForTheUsual() {
    request.parameter("sort", "color").parameter("page", "-1");
    page().getRows();
    assertThat(asked).containsExactly(" NAME false from 0, 25");
  }

  @Test
  void offersForEachColumnTheOrderThatItHasnt() {
    request.parameter("sort", "name");
    assertThat(page().getColumns())
        .extracting(SortedBy.Column::sort, SortedBy.Column::next)
        .containsExactly(
            tuple("ascending", "-name"), tuple("none", "matricule"), tuple("none", "created"));
    assertThat(page().getSort()).isEqualTo(Order.NAME.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void saysNothingOfItsExtentWhenNothingIsFound() {
    rows = List.of();
    assertThat(page().getExtent()).isEmpty();
    assertThat(page().getRows()).isEmpty();
  }

  private OrganisationsPage page() {
    OrganisationsPage page = new OrganisationsPage();
    page.request = request.request();
    page.visitor = SomePeople.visiting(SomePeople.claire(), request);
    page.language = SomePeople.reading("fr");
    page.register =
        new OrganisationRegister() {
          @Override
          public Page<OrganisationView> search(
              Caller caller, OrganisationQuery query, PageRequest wanted) {
            asked.add(
                "%s %s %s from %s, %s"
                    .formatted(
                        query.text(),
                        query.order(),
                        query.descending(),
                        wanted.first(),
                        wanted.size()));
            return new Page<>(rows, wanted.first() + rows.size());
          }
        };
    return page;
  }
}
