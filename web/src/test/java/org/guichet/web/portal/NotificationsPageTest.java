package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.account.boundary.OwnNews;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.assistance.boundary.TicketWatch;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.WaitingTicket;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.boundary.DepositSearch;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.UnfinishedUpload;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.MandateView;
import org.guichet.platform.boundary.PermissionSource;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.review.boundary.ReviewDesk;
import org.guichet.review.entity.ReviewView;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.Test;

/** Somebody of 77ZZZ001, which mandated another at nine, and which a request reached at ten. */
class NotificationsPageTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant NINE = NOON.minus(Duration.ofHours(3));
  private static final Instant TEN = NOON.minus(Duration.ofHours(2));

  private final List<String> asked = new ArrayList<>();
  private Instant seen = Instant.EPOCH;

  private NotificationsPage page(Set<Permission> allowed, Belonging... organisations) {
    NewsFeed feed = new NewsFeed();
    feed.visitor = SomePeople.visiting(SomePeople.claire(organisations), new Requests.Asked());
    feed.permissions = allowing(allowed);
    feed.clock = Clock.fixed(NOON, ZoneOffset.UTC);
    feed.deposits =
        new DepositSearch() {
          @Override
          public List<DepositView> decidedSince(
              Caller caller, OrganisationId organisation, Instant since, int most) {
            asked.add("deposits");
            return List.of();
          }
        };
    feed.desk =
        new DepositDesk() {
          @Override
          public List<UnfinishedUpload> unfinished(
              Caller caller, Optional<OrganisationId> organisation, int most) {
            return List.of();
          }
        };
    feed.ring =
        new KeyRing() {
          @Override
          public List<KeyView> list(Caller caller, Matricule matricule) {
            asked.add("keys");
            return List.of();
          }
        };
    feed.mandates = new OneMandate();
    feed.tickets =
        new TicketWatch() {
          @Override
          public List<WaitingTicket> waiting(
              Caller caller, Optional<OrganisationId> organisation, int most) {
            asked.add("tickets");
            return List.of(new WaitingTicket(1042, TicketKind.ADMINISTRATOR, TEN));
          }
        };
    feed.language = SomePeople.reading("fr");
    feed.reviews =
        new ReviewDesk() {
          @Override
          public List<ReviewView> waiting(Caller caller) {
            return List.of();
          }
        };
    NotificationsPage page = new NotificationsPage();
    page.visitor = feed.visitor;
    page.language = SomePeople.reading("fr");
    page.dates = SomePeople.dates(SomeSettings.at(Path.of("target")));
    page.feed = feed;
    page.own =
        new OwnNews() {
          @Override
          public Instant seenUntil(Caller caller) {
            return seen;
          }
        };
    return page;
  }

  private static Permissions allowing(Set<Permission> allowed) {
    return Permissions.of(
        List.of(
            new PermissionSource() {
              @Override
              public boolean grants(
                  Caller caller, Permission permission, OrganisationId organisation) {
                return allowed.contains(permission);
              }
            }));
  }

  private NotificationsPage everything() {
    return page(
        EnumSet.of(
            Permission.MANDATE_VIEW,
            Permission.MEMBER_MANAGE,
            Permission.KEY_VIEW,
            Permission.DEPOSIT_VIEW),
        SomePeople.organisation(1, true));
  }

  @Test
  void showsTheNewestFirstAndCountsWhatCameSince() {
    assertThat(everything().getRows())
        .extracting(NotificationsPage.Row::title)
        .containsExactly(
            "Demande n°\u00a01042\u00a0: quelqu’un veut administrer une organisation",
            "Mandat donné à Atelier Sabran");
    assertThat(everything().getUnread()).isEqualTo(2);
    assertThat(everything().getLabel()).isEqualTo("Notifications, 2 non lues");
    assertThat(everything().getNewest()).isEqualTo(TEN.toString());
    seen = NINE;
    assertThat(everything().getUnread()).isEqualTo(1);
    assertThat(everything().getLabel()).isEqualTo("Notifications, une non lue");
    seen = TEN;
    assertThat(everything().getLabel()).isEqualTo("Notifications");
    assertThat(everything().getRows()).hasSize(2);
  }

  @Test
  void asksOnlyForWhatTheVisitorMaySee() {
    assertThat(page(Set.of(), SomePeople.organisation(1, true)).getRows()).isEmpty();
    assertThat(asked).isEmpty();
    page(Set.of(Permission.KEY_VIEW), SomePeople.organisation(1, true)).getRows();
    assertThat(asked).containsExactly("keys");
  }

  @Test
  void namesTheOrganisationWhereThereAreSeveral() {
    Set<Permission> mandates = Set.of(Permission.MANDATE_VIEW);
    assertThat(page(mandates, SomePeople.organisation(1, true)).getRows())
        .extracting(NotificationsPage.Row::organisation)
        .containsExactly("");
    assertThat(
            page(mandates, SomePeople.organisation(1, true), SomePeople.organisation(2, true))
                .getRows())
        .extracting(NotificationsPage.Row::organisation)
        .contains("Institut 1", "Institut 2");
  }

  /** Given by 77ZZZ001 at nine; one that was given long ago too. */
  private static final class OneMandate extends Mandates {
    @Override
    public List<MandateView> changedSince(
        Caller caller, Matricule matricule, Instant since, int most) {
      return List.of(mandate(NINE), mandate(NOON.minus(Duration.ofDays(31))));
    }

    private static MandateView mandate(Instant granted) {
      return new MandateView(
          new UUID(5, 1),
          new Matricule("77ZZZ001"),
          "Institut 1",
          new Matricule("77ZZZ009"),
          "Atelier Sabran",
          LocalDate.of(2026, 1, 1),
          Optional.empty(),
          granted,
          Optional.empty(),
          true);
    }
  }
}
