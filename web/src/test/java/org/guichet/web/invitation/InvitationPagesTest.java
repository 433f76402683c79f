package org.guichet.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.boundary.Invitations;
import org.guichet.invitation.boundary.Redeeming;
import org.guichet.invitation.entity.CreateInvitationsOutcome;
import org.guichet.invitation.entity.InvitationMistake;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationQuery;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.invitation.entity.InvitationWish;
import org.guichet.invitation.entity.RedeemOffer;
import org.guichet.invitation.entity.RedeemOutcome;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.RecordingNotices;
import org.guichet.web.RightBox;
import org.guichet.web.RightNames;
import org.guichet.web.SomePeople;
import org.guichet.web.SomeSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationPagesTest {
  private static final String CODE = "49dc13c1-e02e-4a01-8430-a31be39d4252";
  private static final InvitationPlace SCHOOL =
      new InvitationPlace(
          GrantPlace.in(new OrganisationId(new UUID(1, 1))),
          new Names("Lycée d’Exemple", "Lycée d’Exemple"),
          "12ABC345");

  private final RecordingNotices notices = new RecordingNotices();
  private final List<String> asked = new ArrayList<>();
  private CreateInvitationsOutcome made = new CreateInvitationsOutcome.Created(new UUID(7, 7), 2);
  private RedeemOutcome answer = new RedeemOutcome.Offered(offer(false));

  private static RedeemOffer offer(boolean factor) {
    return new RedeemOffer(
        SCHOOL,
        Optional.of("Claire Montségur"),
        Set.of("DEPOT"),
        Set.of(),
        LocalDate.parse("2026-12-02"),
        factor);
  }

  private static InvitationView view(InvitationStatus status) {
    boolean valid = status == InvitationStatus.VALID;
    return new InvitationView(
        new UUID(9, 9),
        new UUID(7, 7),
        CODE.substring(0, 8),
        valid ? Optional.of(CODE) : Optional.empty(),
        SCHOOL,
        Set.of("DEPOT"),
        status,
        Optional.of("Claire Montségur"),
        Instant.parse("2026-11-22T12:00:00Z"),
        LocalDate.parse("2026-12-02"),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private InvitationWords words() {
    InvitationWords words = new InvitationWords();
    words.language = SomePeople.reading("fr");
    words.visitor = SomePeople.visiting(SomePeople.claire(), notices.asked);
    words.desk =
        new CatalogueDesk() {
          @Override
          public Catalogue catalogue(Caller caller) {
            return new Catalogue(List.of());
          }

          @Override
          public List<String> connected(Caller caller, OrganisationId organisation) {
            return List.of();
          }
        };
    return words;
  }

  private final Invitations invitations =
      new Invitations() {
        @Override
        public List<InvitationPlace> places(Caller caller) {
          return List.of(SCHOOL);
        }

        @Override
        public CreateInvitationsOutcome create(
            Caller caller, GrantPlace place, InvitationWish wish) {
          asked.add(wish.count() + " " + wish.days() + " " + wish.rights() + wish.email());
          return made;
        }

        @Override
        public CreateInvitationsOutcome createForList(
            Caller caller, GrantPlace place, InvitationWish wish, String list, boolean mailed) {
          asked.add(list + " " + mailed);
          return made;
        }

        @Override
        public List<InvitationView> made(Caller caller, UUID batch) {
          return List.of(view(InvitationStatus.VALID), view(InvitationStatus.USED));
        }
      };

  private InvitePage invite() {
    InvitePage page = new InvitePage();
    page.request = notices.request();
    page.visitor = SomePeople.visiting(SomePeople.claire(), notices.asked);
    page.notices = notices;
    page.invitations = invitations;
    page.words = words();
    page.choice = new InviteChoice();
    page.choice.visitor = page.visitor;
    page.choice.words = page.words;
    page.choice.desk = page.words.desk;
    page.settings = SomeSettings.at(Path.of("data"));
    page.clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    return page;
  }

  /** A catalogue that has no names. */
  private static RightNames codes() {
    return new RightNames() {
      @Override
      public String of(String codes) {
        return codes;
      }
    };
  }

  private RedeemPage redeem() {
    RedeemPage page = new RedeemPage();
    page.notices = notices;
    page.visitor = SomePeople.visiting(SomePeople.claire(), notices.asked);
    page.words = words();
    page.rights = codes();
    page.redeeming =
        new Redeeming() {
          @Override
          public RedeemOutcome preview(Caller caller, String typed) {
            asked.add("look " + typed);
            return answer;
          }

          @Override
          public RedeemOutcome redeem(Caller caller, String typed) {
            asked.add("redeem " + typed);
            return answer;
          }
        };
    page.setCode(CODE);
    return page;
  }

  @Test
  void beginsWithOneCodeForTenDays() {
    InvitePage page = invite();

    assertThat(page.getTitle()).isEqualTo("Créer des codes d’invitation");
    assertThat(page.getCount()).isEqualTo("1");
    assertThat(page.getDays()).isEqualTo("10");
    assertThat(page.getLastDay()).isEqualTo("2 décembre 2026");
    assertThat(page.getPlaceName()).isEqualTo("Lycée d’Exemple (12ABC345)");
  }

  @Test
  void asksForWhatWasTypedAndLeadsToTheCodes() {
    notices
        .asked
        .parameter("count", "2")
        .parameter("days", "5")
        .parameter("right", "DEPOT")
        .parameter("email", "");

    invite().create();
    assertThat(asked).containsExactly("2 5 [DEPOT]");
    assertThat(notices.went).isEqualTo("/portal/codes-made?batch=" + new UUID(7, 7));
  }

  @Test
  void takesAListThatWasPasted() {
    notices.asked.parameter("as", "list").parameter("mailed", "1");
    InvitePage page = invite();
    page.setList("nom;prenom;courriel");

    page.create();
    assertThat(asked).containsExactly("nom;prenom;courriel true");
  }

  @Test
  void readsNoFileThatIsTooLargeAndSaysSo() {
    notices.asked.parameter("as", "list");
    InvitePage page = invite();
    page.setFile(new SentFile(InvitationWish.LONGEST_LIST + 1));

    page.create();
    assertThat(asked).isEmpty();
    assertThat(notices.said).containsExactly("error list LIST_TOO_LARGE");

    page.setFile(new SentFile(3));
    page.create();
    assertThat(asked).containsExactly("xxx false");
  }

  /** A file of so many x. */
  private record SentFile(int size) implements Part {
    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream("x".repeat(size).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getContentType() {
      return "text/csv";
    }

    @Override
    public String getName() {
      return "file";
    }

    @Override
    public String getSubmittedFileName() {
      return "liste.csv";
    }

    @Override
    public long getSize() {
      return size;
    }

    @Override
    public void write(String fileName) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete() {}

    @Override
    public @Nullable String getHeader(String name) {
      return null;
    }

    @Override
    public List<String> getHeaders(String name) {
      return List.of();
    }

    @Override
    public List<String> getHeaderNames() {
      return List.of();
    }
  }

  @Test
  void offersApplicationsOnceAndTheirGroupsInTheForm() {
    InvitePage page = invite();
    page.choice.words.desk =
        new CatalogueDesk() {
          @Override
          public Catalogue catalogue(Caller caller) {
            return new Catalogue(List.of(PORTAL));
          }
        };
    List<InvitationPlace> places = List.of(SCHOOL, group("NORD"), group("SUD"));
    page.invitations =
        new Invitations() {
          @Override
          public List<InvitationPlace> places(Caller caller) {
            return places;
          }

          @Override
          public CreateInvitationsOutcome create(
              Caller caller, GrantPlace place, InvitationWish wish) {
            return new CreateInvitationsOutcome.Refused(
                List.of(
                    InvitationMistake.of(
                        "rights", InvitationMistake.Code.RIGHTS_EXCLUSIVE, "CONTROLE, SAISIE")));
          }
        };
    page.rights = codes();
    notices.asked.parameter("place", "g-SUD").parameter("right", "SAISIE");

    assertThat(page.getPlaces())
        .containsExactly(
            new CodesPage.Choice("o-12ABC345", "Lycée d’Exemple (12ABC345)", false),
            new CodesPage.Choice("g-SUD", "Portail", true));
    assertThat(page.choice.places(List.of(group("NORD")), Optional.of(SCHOOL)))
        .as("one that isn't offered, and where one is all the same")
        .extracting(CodesPage.Choice::word, CodesPage.Choice::chosen)
        .containsExactly(tuple("o-12ABC345", true), tuple("g-NORD", false));
    assertThat(page.getSiblings())
        .containsExactly(
            new CodesPage.Choice("g-NORD", "Équipe NORD", false),
            new CodesPage.Choice("g-SUD", "Équipe SUD", true));
    assertThat(page.getGroups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.name()).isEqualTo("Équipe SUD");
              assertThat(group.administrators()).isEmpty();
              assertThat(group.users())
                  .extracting(RightBox::code, RightBox::ticked, RightBox::excludes)
                  .containsExactly(
                      tuple("SAISIE", true, "Fait CONTROLE"),
                      tuple("CONTROLE", false, "Fait SAISIE"),
                      tuple("LECTURE", false, ""));
            });
    assertThat(page.isExclusive()).isTrue();
    page.create();
    assertThat(notices.said).containsExactly("error rights invite.exclusive");
  }

  @Test
  void beginsWithAGroupOfTheOnlyApplication() {
    InvitePage page = invite();
    page.choice.words.desk =
        new CatalogueDesk() {
          @Override
          public Catalogue catalogue(Caller caller) {
            return new Catalogue(List.of(PORTAL));
          }
        };
    page.invitations =
        new Invitations() {
          @Override
          public List<InvitationPlace> places(Caller caller) {
            return List.of(group("NORD"), group("SUD"));
          }
        };
    assertThat(page.getPlace()).isEqualTo("g-NORD");
    assertThat(page.getPlaces()).hasSize(1);
    assertThat(page.getSiblings()).hasSize(2);
  }

  private static InvitationPlace group(String code) {
    return new InvitationPlace(GrantPlace.in(code), new Names(code, code), code);
  }

  private static final Catalogue.Application PORTAL =
      new Catalogue.Application(
          "PORTAIL",
          new Names("Portail", "Portal"),
          false,
          List.of(),
          Stream.of("NORD", "SUD")
              .map(
                  code ->
                      new Catalogue.RightGroup(
                          code,
                          new Names("Équipe " + code, "Team " + code),
                          List.of(
                              role("SAISIE", "EITHER"),
                              role("CONTROLE", "EITHER"),
                              role("LECTURE", ""))))
              .toList());

  private static Catalogue.Right role(String code, String exclusion) {
    return new Catalogue.Right(
        code,
        new Names("Fait " + code, "Does " + code),
        Catalogue.Kind.USER,
        Set.of(),
        Optional.of(exclusion).filter(set -> !set.isEmpty()));
  }

  @Test
  void saysWhatIsWrongAtItsField() {
    made =
        new CreateInvitationsOutcome.Refused(
            List.of(
                InvitationMistake.of("count", InvitationMistake.Code.COUNT, "1", "10"),
                InvitationMistake.of("rights", InvitationMistake.Code.RIGHTS_EMPTY)));
    notices.asked.parameter("count", "dix");

    invite().create();
    assertThat(asked).containsExactly("0 10 []");
    assertThat(notices.said).containsExactly("error count COUNT", "error rights RIGHTS_EMPTY");
    assertThat(notices.went).isNull();
  }

  @Test
  void showsNoFormForAPlaceOfOthers() {
    notices.asked.parameter("place", "g-PORTAIL-DEFAUT");

    assertThat(invite().isPlaced()).isFalse();
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> invite().create());
  }

  @Test
  void copiesPlaceCodeAndLastDayOfCodesThatStillWork() {
    CodesMadePage page = new CodesMadePage();
    notices.asked.parameter("batch", new UUID(7, 7).toString());
    page.request = notices.request();
    page.visitor = SomePeople.visiting(SomePeople.claire(), notices.asked);
    page.invitations = invitations;
    page.words = words();

    assertThat(page.getCodes()).hasSize(1);
    assertThat(page.getAll())
        .isEqualTo(
            "Lycée d’Exemple (12ABC345)\nCode d’invitation : "
                + CODE
                + "\nDate de validité : 2 décembre 2026");
  }

  @Test
  void looksBeforeItTakesACode() {
    RedeemPage page = redeem();

    page.look();
    assertThat(page.getOffer()).isNotNull();
    assertThat(page.getIssuer()).isEqualTo("Claire Montségur");
    assertThat(asked).containsExactly("look " + CODE);
    assertThat(notices.went).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "false, info redeem.REDEEMED, /portal/services",
    "true, warning redeem.REDEEMED_FACTOR, /signin/login",
  })
  void leadsOnAfterACodeWasTaken(boolean factor, String said, String went) {
    answer = new RedeemOutcome.Redeemed(offer(factor));

    redeem().redeem();
    assertThat(notices.said).containsExactly(said);
    assertThat(notices.went).isEqualTo(went);
  }

  @ParameterizedTest
  @CsvSource({"CODE_EXPIRED, 2026-12-02", "CODE_UNKNOWN, ''", "RIGHTS_EXCLUSIVE, 'A, B'"})
  void saysAtTheFieldWhyACodeGivesNothing(RedeemOutcome.Reason reason, String argument) {
    answer = RedeemOutcome.Refused.of(reason, argument);
    RedeemPage page = redeem();

    page.redeem();
    assertThat(notices.said).containsExactly("error code redeem.refused");
    assertThat(page.getOffer()).isNull();
    assertThat(page.isTaking()).isFalse();
  }

  /** Two of the school; whoever asks runs the portal, and sees any organisation by name. */
  private static final class ListedCodes extends InvitationDesk {
    private final List<InvitationQuery> queries;

    ListedCodes(List<InvitationQuery> queries) {
      this.queries = queries;
    }

    @Override
    public List<InvitationPlace> places(Caller caller) {
      return List.of(SCHOOL);
    }

    @Override
    public Optional<InvitationPlace> place(Caller caller, Matricule matricule) {
      return matricule.value().equals("98XYZ765")
          ? Optional.of(
              new InvitationPlace(
                  GrantPlace.in(new OrganisationId(new UUID(2, 2))),
                  new Names("Lycée suspendu", "Lycée suspendu"),
                  "98XYZ765"))
          : Optional.empty();
    }

    @Override
    public Page<InvitationView> list(Caller caller, InvitationQuery query) {
      queries.add(query);
      return new Page<>(List.of(view(InvitationStatus.VALID), view(InvitationStatus.EXPIRED)), 2);
    }
  }

  private CodesPage codes(List<InvitationQuery> queries) {
    CodesPage page = new CodesPage();
    page.request = notices.request();
    page.visitor = SomePeople.visiting(SomePeople.claire(), notices.asked);
    page.invitations = invitations;
    page.words = words();
    page.desk = new ListedCodes(queries);
    return page;
  }

  @Test
  void groupsCodesByPlaceUnlessAskedNotTo() {
    List<InvitationQuery> queries = new ArrayList<>();
    CodesPage page = codes(queries);
    assertThat(page.getParts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.name())
                  .isEqualTo("Partenaire commercial : Lycée d’Exemple (12ABC345)");
              assertThat(part.rows()).hasSize(2);
            });
    assertThat(queries.get(0).grouped()).isTrue();
    assertThat(page.getRegrouped()).isEqualTo("flat=1");

    notices.asked.parameter("flat", "1").parameter("sort", "creator");
    CodesPage flat = codes(queries);
    assertThat(flat.getParts()).extracting(CodesPage.Part::name).containsExactly("");
    assertThat(queries.get(1).grouped()).isFalse();
    assertThat(flat.getFilter()).isEqualTo("flat=1&");
    assertThat(flat.getRegrouped()).isEqualTo("sort=creator");
  }

  @Test
  void showsNothingForAPlaceThatTheVisitorDoesNotAdminister() {
    List<InvitationQuery> queries = new ArrayList<>();
    for (String unknown : List.of("o-00000000", "g-AUTRE", "12ABC345")) {
      notices.asked.parameter("place", unknown);
      CodesPage page = codes(queries);
      assertThat(page.isAstray()).isTrue();
      assertThat(page.getRows()).isEmpty();
      assertThat(page.isFiltered()).isTrue();
    }
    assertThat(queries).isEmpty();

    notices.asked.parameter("place", "o-98XYZ765");
    CodesPage page = codes(queries);
    assertThat(page.isAstray()).as("one that isn't offered, but known").isFalse();
    assertThat(page.getRows()).hasSize(2);
    assertThat(page.getPlaces())
        .filteredOn(CodesPage.Choice::chosen)
        .extracting(CodesPage.Choice::text)
        .containsExactly("Lycée suspendu (98XYZ765)");
  }

  @Test
  void listsWhatTheAddressAsksFor() {
    notices
        .asked
        .parameter("q", "claire")
        .parameter("status", "VALID")
        .parameter("place", "o-12ABC345")
        .parameter("sort", "last_day");
    List<InvitationQuery> queries = new ArrayList<>();
    CodesPage page = codes(queries);

    assertThat(page.getRows())
        .extracting(InvitationWords.Row::shown)
        .containsExactly(CODE, "49dc13c1-…");
    assertThat(page.isDeactivating()).isTrue();
    assertThat(queries.get(0).status()).contains(InvitationStatus.VALID);
    assertThat(queries.get(0).place()).contains(SCHOOL.place());
    assertThat(queries.get(0).sort()).isEqualTo(InvitationQuery.Sort.LAST_DAY);
    assertThat(page.getFileQuery())
        .isEqualTo("?q=claire&status=VALID&place=o-12ABC345&sort=last_day");
  }

  @Test
  void writesFilesWithoutAnyCodeThatWorks() throws IOException {
    CodesExport export = new CodesExport();
    export.words = words();
    export.visitor = SomePeople.visiting(SomePeople.claire(), notices.asked);
    export.settings = SomeSettings.at(Path.of("data"));
    export.clock = Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneOffset.UTC);
    export.desk =
        new InvitationDesk() {
          @Override
          public List<InvitationPlace> places(Caller caller) {
            return List.of(SCHOOL);
          }

          @Override
          public Page<InvitationView> list(Caller caller, InvitationQuery query) {
            return new Page<>(List.of(view(InvitationStatus.VALID)), 1);
          }
        };
    notices.asked.with("getServletPath", "/portal/codes.csv");

    export.doGet(notices.asked.request(), notices.told.response());
    assertThat(notices.told.body())
        .contains("Claire Montségur;49dc13c1;", "Lycée d’Exemple (12ABC345)", "Valable")
        .doesNotContain(CODE.substring(9));
  }
}
