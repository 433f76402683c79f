package org.guichet.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.platform.boundary.PermissionSource;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.boundary.ImportDrafts;
import org.guichet.roster.boundary.ImportMending;
import org.guichet.roster.boundary.ImportPlans;
import org.guichet.roster.boundary.ImportReading;
import org.guichet.roster.boundary.ImportUndoing;
import org.guichet.roster.entity.AddFileOutcome;
import org.guichet.roster.entity.ApplyOutcome;
import org.guichet.roster.entity.Candidate;
import org.guichet.roster.entity.ChildCandidate;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.ChildFigures;
import org.guichet.roster.entity.ClassMatch;
import org.guichet.roster.entity.ClassUse;
import org.guichet.roster.entity.ClassesView;
import org.guichet.roster.entity.ColumnMapping;
import org.guichet.roster.entity.Departure;
import org.guichet.roster.entity.FieldsView;
import org.guichet.roster.entity.Guess;
import org.guichet.roster.entity.Heading;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.ImportSource;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.MatchReason;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowCell;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowLook;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.TableShape;
import org.guichet.roster.entity.UnclearChild;
import org.guichet.roster.entity.UndoLook;
import org.guichet.roster.entity.WorkProgress;
import org.guichet.web.RecordingNotices;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPagesTest {
  private static final UUID ID = new UUID(7, 7);
  private static final UUID PLAN = new UUID(7, 7);
  private static final UUID NINO = new UUID(3, 3);
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String SEVEN = ID.toString();

  private final RecordingNotices notices = new RecordingNotices();
  private final List<String> asked = new ArrayList<>();
  private ImportState state = ImportState.PREPARING;
  private WorkProgress progress = new WorkProgress(Optional.empty(), 0, 0);
  private List<ImportView.FileView> files =
      List.of(new ImportView.FileView(0, Profile.PUPIL, "eleves.csv", 1200));
  private AddFileOutcome added = new AddFileOutcome.Taken(0);
  private ApplyOutcome applied = ApplyOutcome.STARTED;

  private final ImportDrafts drafts =
      new ImportDrafts() {
        @Override
        public ImportView find(Caller caller, UUID id) {
          return view();
        }

        @Override
        public Optional<AddFileOutcome> add(
            Caller caller, UUID id, Profile profile, String name, InputStream content) {
          asked.add("add " + profile + " " + name);
          return Optional.of(added);
        }

        @Override
        public boolean remove(Caller caller, UUID id, int place, String name) {
          return asked.add("remove " + place + " " + name);
        }

        @Override
        public boolean choose(Caller caller, UUID id, ImportOptions options) {
          return asked.add("options " + options.preDelete() + " " + options.yearChange());
        }

        @Override
        public boolean cancel(Caller caller, UUID id) {
          return asked.add("cancel");
        }
      };

  private final ImportReading reading =
      new ImportReading() {
        @Override
        public List<FieldsView> fields(Caller caller, UUID id) {
          return List.of(ImportPagesTest.fields());
        }

        @Override
        public boolean read(Caller caller, UUID id, int place, ReadingWishes wishes) {
          return asked.add("read " + place + " " + wishes.charset() + " " + wishes.headerLine());
        }

        @Override
        public boolean choose(Caller caller, UUID id, int place, Map<Integer, RosterField> all) {
          return asked.add("fields " + place + " " + all);
        }

        @Override
        public ClassesView classes(Caller caller, UUID id) {
          return new ClassesView(
              List.of(
                  new ClassMatch("cm2 a", "CM2 A", ClassMatch.Kind.NEAR_KNOWN, ClassUse.NONE),
                  new ClassMatch("CP", "CP", ClassMatch.Kind.NEW, new ClassUse(3, 1, 2))),
              List.of("CM2 A"));
        }

        @Override
        public boolean chooseClasses(Caller caller, UUID id, Map<String, String> targets) {
          return asked.add("classes " + targets);
        }
      };

  private final ImportPlans plans =
      new ImportPlans() {
        @Override
        public boolean ask(Caller caller, UUID id) {
          return asked.add("ask");
        }

        @Override
        public Page<PlannedRow> rows(Caller caller, UUID id, PlanQuery query) {
          asked.add("rows " + query.code().map(Enum::name).orElse("") + query.name());
          return new Page<>(List.of(doubtful()), 1);
        }

        @Override
        public boolean choose(Caller caller, UUID id, RowRef ref, RowChoice choice) {
          return asked.add("choose " + ref.line() + " " + choice.kind() + " " + choice.person());
        }

        @Override
        public ApplyOutcome apply(Caller caller, UUID id, UUID shown, String typed) {
          asked.add("apply " + (shown.equals(PLAN) ? "" : "unseen ") + typed);
          return applied;
        }
      };

  private final ImportMending mending =
      new ImportMending() {
        @Override
        public Optional<RowLook> look(Caller caller, UUID id, RowRef ref) {
          return Optional.of(
              new RowLook(
                  ref,
                  List.of(
                      new RowCell(0, "Nom", RosterField.LAST_NAME, 0, "DUPONT"),
                      new RowCell(1, "Classe", RosterField.CLASS, 0, "CM2 A"),
                      new RowCell(3, "Classe", RosterField.CLASS, 0, "")),
                  List.of(
                      new UnclearChild(
                          "|DUPONT||Zoé",
                          "DUPONT Zoé (CP)",
                          List.of(
                              new ChildCandidate(
                                  ChildChoice.of(NINO), "DUPONT", "Zoé", "2019-03-01", "CE1", "z"),
                              new ChildCandidate(
                                  ChildChoice.of(new RowRef(1, 4)), "DUPONT", "Zoé", "", "CP", "")),
                          ChildChoice.of(NINO)))));
        }

        @Override
        public boolean edit(Caller caller, UUID id, RowRef ref, Map<Integer, String> values) {
          return asked.add("edit " + ref.file() + "." + ref.line() + " " + values);
        }

        @Override
        public boolean chooseChild(
            Caller caller, UUID id, RowRef ref, String child, ChildChoice choice) {
          return asked.add("child " + ref.line() + " " + child + " " + choice.person());
        }
      };

  private ImportView view() {
    boolean planned = state == ImportState.PLANNED || state == ImportState.APPLIED;
    return new ImportView(
        ID,
        new OrganisationId(new UUID(1, 1)),
        state,
        ImportSource.PORTAL,
        "Claire Montségur",
        NOW,
        NOW,
        ImportOptions.NONE,
        files,
        planned,
        planned ? Optional.of(PLAN) : Optional.empty(),
        planned ? Optional.of(summary()) : Optional.empty(),
        progress,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty());
  }

  private static PlanSummary summary() {
    return new PlanSummary(
        Map.of(Profile.PUPIL, Map.of(Operation.CREATE, 2, Operation.ERROR, 1, Operation.LEAVE, 4)),
        Map.of(RosterCode.CHILD_NOT_FOUND, 5, RosterCode.AMBIGUOUS_PERSON, 1),
        Set.of(RosterCode.AMBIGUOUS_PERSON),
        0,
        List.of(new Departure(Profile.PUPIL, 4, 20)),
        List.of(),
        Map.of(),
        ChildFigures.NONE);
  }

  private static FieldsView fields() {
    return new FieldsView(
        new ImportView.FileView(0, Profile.PUPIL, "eleves.csv", 1200),
        new TableShape(
            false,
            new Guess<>("windows-1252", Guess.Reason.FRENCH_LETTERS),
            new Guess<>(';', Guess.Reason.KNOWN_HEADERS),
            new Guess<>(4L, Guess.Reason.FIRST_FULL_ROW),
            List.of("Nom", "Divison", "Régime"),
            List.of(),
            List.of()),
        ReadingWishes.NONE,
        new Heading(
            List.of(
                column(0, "Nom", ColumnMapping.Reason.KNOWN),
                column(1, "Divison", ColumnMapping.Reason.NEARLY),
                column(2, "Régime", ColumnMapping.Reason.UNKNOWN)),
            List.of()),
        List.of(RosterField.LAST_NAME, RosterField.CLASS, RosterField.LEVEL));
  }

  private static ColumnMapping column(int place, String header, ColumnMapping.Reason reason) {
    RosterField field =
        switch (reason) {
          case KNOWN -> RosterField.LAST_NAME;
          case NEARLY -> RosterField.CLASS;
          default -> null;
        };
    return new ColumnMapping(place, header, field, 0, reason, "division", List.of("CM2", "CM1"));
  }

  private static PlannedRow doubtful() {
    return new PlannedRow(
        0,
        new RowRef(0, 9),
        Profile.PUPIL,
        Operation.ERROR,
        null,
        null,
        false,
        "",
        Map.of(RosterField.LAST_NAME, "DUPONT", RosterField.BIRTH_DATE, "2013-06-21"),
        List.of("CM2 A"),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(
            new Candidate(NINO, MatchReason.NAMES, "DUPONT", "Jean", "2013-06-12", "jean.dupont")),
        List.of(RosterFinding.at(RosterCode.AMBIGUOUS_PERSON, 9, "Jean DUPONT", "1")));
  }

  @BeforeEach
  void askForTheImport() {
    notices.asked.parameter("id", SEVEN);
  }

  private ImportWords words() {
    ImportWords words = new ImportWords();
    words.language = SomePeople.reading("fr");
    return words;
  }

  private ImportAt at(Permission... allowed) {
    ImportAt at = new ImportAt();
    at.request = notices.request();
    at.visitor =
        SomePeople.visiting(SomePeople.claire(SomePeople.organisation(1, true)), notices.asked);
    at.drafts = drafts;
    at.words = words();
    at.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    at.permissions =
        Permissions.of(
            List.of(
                new PermissionSource() {
                  @Override
                  public boolean grants(
                      Caller caller, Permission permission, OrganisationId organisation) {
                    return List.of(allowed).contains(permission);
                  }
                }));
    return at;
  }

  private ImportFilesPage filesPage(ImportAt at) {
    ImportFilesPage page = new ImportFilesPage();
    page.request = at.request;
    page.visitor = at.visitor;
    page.at = at;
    page.drafts = drafts;
    page.words = at.words;
    page.notices = notices;
    page.sizes = SomePeople.measuring("fr");
    return page;
  }

  private static Part part(String profile, String name, long size) {
    return (Part)
        Proxy.newProxyInstance(
            ImportPagesTest.class.getClassLoader(),
            new Class<?>[] {Part.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getName" -> profile;
                  case "getSubmittedFileName" -> name;
                  case "getSize" -> size;
                  case "getInputStream" -> new ByteArrayInputStream(new byte[0]);
                  default -> throw new AssertionError(method.getName());
                });
  }

  private void send(String go) {
    notices.asked.with("getMethod", "POST").parameter("go", go);
  }

  @Test
  void takesFilesAndOptionsWhateverButtonSendsThem() throws Exception {
    send("next");
    notices.asked.parameter("yearChange", "1");
    notices.asked.with(
        "getParts",
        List.of(part("PUPIL", "eleves.csv", 10), part("PARENT", "", 0), part("go", "x", 4)));

    filesPage(at(Permission.PEOPLE_IMPORT)).act();

    assertThat(asked).containsExactly("add PUPIL eleves.csv", "options false true");
    assertThat(notices.went).isEqualTo("/portal/import-fields?id=" + SEVEN);
  }

  @Test
  void staysWhereAFileWasNotTaken() throws Exception {
    send("next");
    notices.asked.with(
        "getParts", List.of(part("PUPIL", "énorme.csv", ImportDrafts.MOST_BYTES + 1)));

    filesPage(at(Permission.PEOPLE_IMPORT)).act();

    assertThat(asked).containsExactly("options false false");
    assertThat(notices.said).containsExactly("warning imports.files.large");
    assertThat(notices.went).isEqualTo("/portal/import-files?id=" + SEVEN);
  }

  @Test
  void goesNowhereWithoutAnyFile() throws Exception {
    files = List.of();
    send("next");
    notices.asked.with("getParts", List.of());

    filesPage(at(Permission.PEOPLE_IMPORT)).act();

    assertThat(notices.said).containsExactly("warning imports.files.none");
  }

  @Test
  void removesAFile() throws Exception {
    send("remove:3:eleves.csv");
    notices.asked.with("getParts", List.of());

    filesPage(at(Permission.PEOPLE_IMPORT)).act();

    assertThat(asked).contains("remove 3 eleves.csv");
  }

  @Test
  void whoMayOnlyLookIsLedToWhatIsToBeSeen() throws Exception {
    filesPage(at(Permission.PEOPLE_VIEW)).act();

    assertThat(notices.went).isEqualTo("/portal/import-done?id=" + SEVEN);
  }

  @Test
  void anAddressWithoutAnIdLeadsToNoImport() {
    notices.asked.parameter("id", "7");

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> at(Permission.PEOPLE_IMPORT).getView());
  }

  private ImportFieldsPage fieldsPage() {
    ImportAt at = at(Permission.PEOPLE_IMPORT);
    ImportFieldsPage page = new ImportFieldsPage();
    page.request = at.request;
    page.visitor = at.visitor;
    page.at = at;
    page.reading = reading;
    page.words = at.words;
    page.notices = notices;
    return page;
  }

  @Test
  void keepsOnlyWhatWasChosenOtherwiseThanGuessed() {
    send("next");
    notices
        .asked
        .parameter("charset:0", "windows-1252")
        .parameter("separator:0", "semicolon")
        .parameter("header:0", "4")
        .parameter("c:0:0", "LAST_NAME")
        .parameter("c:0:1", "CLASS")
        .parameter("c:0:2", "LEVEL");

    fieldsPage().act();

    assertThat(asked).containsExactly("fields 0 {2=LEVEL}");
    assertThat(notices.went).isEqualTo("/portal/import-classes?id=" + SEVEN);
  }

  @Test
  void readsAFileAnewBeforeItsColumnsAreLookedAt() {
    send("next");
    notices.asked.parameter("charset:0", "UTF-8").parameter("c:0:2", "LEVEL");

    fieldsPage().act();

    assertThat(asked).containsExactly("read 0 UTF-8 null");
    assertThat(notices.went).isEqualTo("/portal/import-fields?id=" + SEVEN);
  }

  @Test
  void offersToIgnoreAColumnFirstAndSaysWhyItWasGuessed() {
    ImportFieldsPage.Table table = fieldsPage().getTables().get(0);

    assertThat(table.reading())
        .contains("windows-1252", "les accents font des mots français", "titres en ligne 4");
    assertThat(table.columns())
        .allSatisfy(column -> assertThat(column.options().get(0).text()).isEqualTo("… IGNORER …"));
    assertThat(table.columns().get(1).why()).isEqualTo("Proche de « division »");
    assertThat(table.columns().get(2).look().look()).isEqualTo("wa");
  }

  @Test
  void keepsWhatClassesBecomeAndHasTheReportMade() {
    send("next");
    notices
        .asked
        .parameter("label:0", "cm2 a")
        .parameter("target:0", "CM2 A")
        .parameter("label:1", "CP")
        .parameter("target:1", "CP")
        .parameter("other:1", "Cours préparatoire");
    ImportAt at = at(Permission.PEOPLE_IMPORT);
    ImportClassesPage page = new ImportClassesPage();
    page.request = at.request;
    page.visitor = at.visitor;
    page.at = at;
    page.reading = reading;
    page.plans = plans;
    page.words = at.words;
    page.notices = notices;

    page.act();

    assertThat(asked).containsExactly("classes {CP=Cours préparatoire}", "ask");
    assertThat(notices.went).isEqualTo("/portal/import-report?id=" + SEVEN);
    assertThat(page.getRows().get(1).options())
        .extracting(ImportFieldsPage.Option::text)
        .containsExactly("… IGNORER …", "CM2 A", "La classe CP sera créée");
  }

  private ImportReportPage report() {
    ImportAt at = at(Permission.PEOPLE_IMPORT);
    ImportReportPage page = new ImportReportPage();
    page.request = at.request;
    page.visitor = at.visitor;
    page.at = at;
    page.plans = plans;
    page.mending = mending;
    page.words = at.words;
    page.notices = notices;
    page.rows = new ImportRows();
    page.rows.visitor = at.visitor;
    page.rows.at = at;
    page.rows.mending = mending;
    page.rows.request = at.request;
    page.rows.words = at.words;
    return page;
  }

  @Test
  void typesOnlyCellsThatWereChanged() {
    state = ImportState.PLANNED;
    send("edit");
    notices
        .asked
        .parameter("row", "0.9")
        .parameter("cell:0", "DUPONT")
        .parameter("was:0", "DUPONT")
        .parameter("cell:12", "12/06/2013 ")
        .parameter("was:12", "21/06/2013")
        .parameter("cell:x", "nonsense")
        .parameter("code", "AMBIGUOUS_PERSON");

    report().act();

    assertThat(asked).containsExactly("edit 0.9 {12=12/06/2013}");
    assertThat(notices.went).contains("id=" + SEVEN).contains("code=AMBIGUOUS_PERSON");
  }

  @Test
  void opensTheRowThatTheAddressNames() {
    state = ImportState.PLANNED;
    assertThat(report().getRows().get(0).closed()).isTrue();
    assertThat(report().getRows().get(0).cells()).isEmpty();

    notices.asked.parameter("edit", "0.9");
    ImportRows.Row row = report().getRows().get(0);

    assertThat(row.closed()).isFalse();
    assertThat(row.cells())
        .extracting(ImportRows.Cell::label)
        .containsExactly("Nom", "Classe 1", "Classe 2");
    ImportRows.Child zoe = row.unclear().get(0);
    assertThat(zoe.candidates())
        .extracting(ImportRows.Who::value)
        .containsExactly(NINO.toString(), "1.4", "nobody");
    assertThat(zoe.candidates().get(0).chosen()).isTrue();
    assertThat(zoe.candidates().get(0).what()).isEqualTo("né(e) le 01/03/2019 · CE1 · z");
    assertThat(zoe.candidates().get(1).what()).isEqualTo("CP · ligne 4 de cet import");
  }

  @Test
  void choosesWhoAChildIs() {
    state = ImportState.PLANNED;
    send("child");
    notices.asked.parameter("row", "0.9").parameter("child", "|DUPONT||Zoé");
    notices.asked.parameter("who", NINO.toString());

    report().act();

    assertThat(asked).containsExactly("child 9 |DUPONT||Zoé " + NINO);
  }

  @Test
  void choosesWhoARowIs() {
    state = ImportState.PLANNED;
    send("who");
    notices.asked.parameter("row", "0.9").parameter("who", NINO.toString());

    report().act();

    assertThat(asked).containsExactly("choose 9 SAME_PERSON " + NINO);
  }

  @Test
  void saysWhenNobodyWasChosen() {
    state = ImportState.PLANNED;
    send("who");
    notices.asked.parameter("row", "0.9");

    report().act();

    assertThat(asked).isEmpty();
    assertThat(notices.said).containsExactly("warning imports.report.not-done");
  }

  @Test
  void showsCandidatesCausesAndWhoLeaves() {
    state = ImportState.PLANNED;
    ImportReportPage page = report();
    ImportRows.Row row = page.getRows().get(0);

    assertThat(row.birthDate()).isEqualTo("21/06/2013");
    assertThat(row.candidates())
        .extracting(ImportRows.Who::name)
        .containsExactly("DUPONT Jean", "Quelqu’un de nouveau");
    assertThat(row.candidates().get(0).what()).contains("12/06/2013", "jean.dupont");
    assertThat(page.getCauses())
        .extracting(one -> one.look().text() + " " + one.count() + " " + one.look().look())
        .containsExactly("À trancher 1 ko", "Enfant introuvable 5 wa");
    assertThat(page.getCauses().get(0).address()).contains("code=AMBIGUOUS_PERSON");
    assertThat(page.getDepartures())
        .containsExactly(
            "Élèves : 4 sur 20 ne figurent dans aucun fichier. Elles gardent leur accès 90 jours.");
    assertThat(page.getFilesInError())
        .as("whose rows can be downloaded")
        .extracting(ImportView.FileView::name)
        .containsExactly("eleves.csv");
    assertThat(page.isGuarded()).isTrue();
    assertThat(page.getConfirming()).isEqualTo("SUPPRIMER");
    assertThat(page.getStanding()).contains("Une ligne est à corriger");
  }

  @Test
  void startsTheImportOrSaysWhyNot() {
    state = ImportState.PLANNED;
    send("apply");
    notices.asked.parameter("typed", "SUPPRIMER");
    notices.asked.parameter("plan", PLAN.toString());

    report().act();
    assertThat(asked).containsExactly("apply SUPPRIMER");
    assertThat(notices.went).isEqualTo("/portal/import-done?id=" + SEVEN);

    applied = ApplyOutcome.NOT_CONFIRMED;
    report().act();
    assertThat(notices.said).containsExactly("error typed imports.report.not-confirmed");

    applied = ApplyOutcome.BLOCKED;
    report().act();
    assertThat(notices.said).last().isEqualTo("warning imports.report.blocked");
  }

  @Test
  void tellsHowLongTheWorkStillTakes() {
    state = ImportState.PLANNING;
    progress = new WorkProgress(Optional.of(NOW.minus(Duration.ofSeconds(10))), 500, 1000);

    assertThat(at(Permission.PEOPLE_IMPORT).getProgress())
        .isEqualTo("500 lignes traitées sur 1\u202f000, encore 10 s");
  }

  @Test
  void stepsLeadToWhatIsThere() {
    state = ImportState.PLANNED;

    assertThat(at(Permission.PEOPLE_IMPORT).steps("report"))
        .extracting(ImportAt.Step::address)
        .containsExactly(
            "/portal/import-files?id=" + SEVEN,
            "/portal/import-fields?id=" + SEVEN,
            "/portal/import-classes?id=" + SEVEN,
            "",
            "");
    assertThat(at(Permission.PEOPLE_VIEW).steps("done").get(0).address()).isEmpty();
  }

  @Test
  void givesADraftUpOnlyWhenThatIsConfirmed() {
    ImportEndPage page = new ImportEndPage();
    ImportAt at = at(Permission.PEOPLE_IMPORT);
    page.request = at.request;
    page.visitor = at.visitor;
    page.at = at;
    page.drafts = drafts;
    page.words = at.words;
    page.notices = notices;
    page.undoing =
        new ImportUndoing() {
          @Override
          public Optional<UndoLook> look(Caller caller, UUID id) {
            return Optional.of(new UndoLook(12, 3));
          }

          @Override
          public boolean ask(Caller caller, UUID id) {
            return asked.add("undo");
          }
        };

    page.act();
    assertThat(asked).isEmpty();
    send("");
    page.act();
    assertThat(asked).containsExactly("cancel");
    assertThat(notices.went).isEqualTo("/portal/imports");

    state = ImportState.APPLIED;
    at.again();
    page.act();
    assertThat(asked).containsExactly("cancel", "undo");
    page.at.again();
    assertThat(page.getReversed() + " " + page.getKept()).isEqualTo("12 3");
  }
}
