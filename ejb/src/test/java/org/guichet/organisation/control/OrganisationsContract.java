package org.guichet.organisation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.OrganisationSamples.certifier;
import static org.guichet.organisation.OrganisationSamples.depositor;
import static org.guichet.organisation.OrganisationSamples.organisation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationQuery.Order;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface OrganisationsContract {
  OrganisationId FIRST = new OrganisationId(new UUID(1, 1));

  Organisations organisations();

  Units units();

  private void add(Organisation... all) {
    units().run(() -> List.of(all).forEach(organisations()::add));
  }

  @Test
  default void bringsBackAllThatWasKept() {
    Organisation kept = organisation(1, certifier("12ABC345", "MCFCER000001"));
    add(kept);
    units()
        .run(
            () -> {
              OrganisationView found = organisations().find(FIRST).orElseThrow().view();
              assertThat(found).isEqualTo(kept.view());
            });
  }

  @Test
  default void findsByMatriculeAndByContract() {
    add(
        organisation(1, certifier("12ABC345", "MCFCER000001")),
        organisation(2, depositor("98XYZ765")));
    units()
        .run(
            () -> {
              assertThat(organisations().findByMatricule(new Matricule("98XYZ765")))
                  .hasValueSatisfying(o -> assertThat(o.certifier()).isFalse());
              assertThat(organisations().findByMatricule(new Matricule("00000000"))).isEmpty();
              assertThat(organisations().findByContract("MCFCER000001"))
                  .hasValueSatisfying(o -> assertThat(o.id()).isEqualTo(FIRST));
              assertThat(organisations().findByContract("mcfcer000001")).isEmpty();
            });
  }

  @Test
  default void pagesByMatricule() {
    add(
        organisation(1, certifier("CCCCCCCC", "C-1")),
        organisation(2, depositor("AAAAAAAA")),
        organisation(3, certifier("BBBBBBBB", "C-3")));
    units()
        .run(
            () -> {
              assertThat(organisations().page(new PageRequest(1, 2)))
                  .extracting(o -> o.matricule().value() + " " + o.view().contracts())
                  .containsExactly("BBBBBBBB [C-3]", "CCCCCCCC [C-1]");
              assertThat(organisations().count()).isEqualTo(3);
            });
  }

  @Test
  default void searchesInMatriculesAndNamesWhateverTheirLetters() {
    add(
        organisation(1, named("CCCCCCCC", "Atelier 100 % langues")),
        organisation(2, named("AAAAAAAA", "maison Sabran")),
        organisation(3, named("BBBBBBBB", "Institut Vauclair")));
    units()
        .run(
            () -> {
              assertThat(found("ATELIER", Order.NAME, false)).containsExactly("CCCCCCCC");
              assertThat(found(" bbb ", Order.NAME, false)).containsExactly("BBBBBBBB");
              assertThat(found("%", Order.NAME, false)).containsExactly("CCCCCCCC");
              assertThat(found("_", Order.NAME, false)).isEmpty();
              assertThat(found("", Order.NAME, false))
                  .containsExactly("CCCCCCCC", "BBBBBBBB", "AAAAAAAA");
              assertThat(found("", Order.MATRICULE, true))
                  .containsExactly("CCCCCCCC", "BBBBBBBB", "AAAAAAAA");
              assertThat(found("", Order.CREATED, true))
                  .as("equals by matricule")
                  .containsExactly("AAAAAAAA", "BBBBBBBB", "CCCCCCCC");
              OrganisationQuery all = new OrganisationQuery("a", Order.MATRICULE, false);
              assertThat(organisations().search(all, new PageRequest(1, 1))).hasSize(1);
              assertThat(organisations().count(all)).isEqualTo(3);
            });
  }

  private List<String> found(String text, Order order, boolean descending) {
    return organisations()
        .search(new OrganisationQuery(text, order, descending), PageRequest.from(0))
        .stream()
        .map(o -> o.matricule().value())
        .toList();
  }

  private static NewOrganisation named(String matricule, String name) {
    NewOrganisation usual = depositor(matricule);
    return new NewOrganisation(
        matricule, name, usual.email(), usual.language(), usual.contract(), usual.mode());
  }

  @Test
  default void findsThoseOfManyIds() {
    add(organisation(1, depositor("AAAAAAAA")), organisation(2, depositor("BBBBBBBB")));
    units()
        .run(
            () -> {
              assertThat(
                      organisations()
                          .findAll(List.of(FIRST, FIRST, new OrganisationId(new UUID(9, 9)))))
                  .extracting(Organisation::id)
                  .containsExactly(FIRST);
              assertThat(organisations().findAll(List.of())).isEmpty();
            });
  }

  @Test
  default void remembersWhatStateItWasInAndWhen() {
    add(organisation(1, depositor("AAAAAAAA")));
    units()
        .run(
            () ->
                organisations()
                    .find(FIRST)
                    .orElseThrow()
                    .suspend(new UUID(2, 8), "test", NOON.plusSeconds(10)));
    units()
        .run(
            () ->
                organisations()
                    .find(FIRST)
                    .orElseThrow()
                    .resume(new UUID(2, 7), "test", NOON.plusSeconds(20)));
    units()
        .run(
            () -> {
              Organisation found = organisations().find(FIRST).orElseThrow();
              assertThat(found.state()).isEqualTo(OrganisationState.ACTIVE);
              assertThat(List.of(-1, 0, 9, 10, 19, 20))
                  .extracting(s -> found.activeAt(NOON.plus(Duration.ofSeconds(s))))
                  .containsExactly(false, true, true, false, false, true);
            });
  }

  @Test
  default void keepsAContractThatCameLater() {
    add(organisation(1, certifier("AAAAAAAA", "C-2")));
    units().run(() -> organisations().find(FIRST).orElseThrow().sign(new UUID(3, 9), "C-1", NOON));
    units()
        .run(
            () ->
                assertThat(organisations().find(FIRST).orElseThrow().view().contracts())
                    .containsExactly("C-1", "C-2"));
  }
}
