package org.guichet.roster.boundary;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.account.entity.AccountView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.control.keeping.ChildChoices;
import org.guichet.roster.control.keeping.Choices;
import org.guichet.roster.control.keeping.Classes;
import org.guichet.roster.control.keeping.Drops;
import org.guichet.roster.control.keeping.Following;
import org.guichet.roster.control.keeping.ImportFolder;
import org.guichet.roster.control.keeping.Imports;
import org.guichet.roster.control.keeping.LeavingPeople;
import org.guichet.roster.control.keeping.LoginsInUse;
import org.guichet.roster.control.keeping.People;
import org.guichet.roster.control.keeping.PeopleList;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.control.keeping.RowTraces;
import org.guichet.roster.control.keeping.Shapes;
import org.guichet.roster.control.keeping.UndoBook;
import org.guichet.roster.control.keeping.Undoing;
import org.guichet.roster.control.planning.ImportRequest;
import org.guichet.roster.entity.AddFileOutcome;
import org.guichet.roster.entity.ApplyOutcome;
import org.guichet.roster.entity.ImportMoved;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.ImportWaits;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.WorkLease;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.RecordingEvent;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.jspecify.annotations.Nullable;

/** The imports of the roster put together by hand, with a school and who imports into it. */
final class ImportDesk {
  static final Caller WORKER = Caller.system("worker");

  final AccountDesk accounts;
  final OrganisationView school;
  final Caller chief;
  final RecordingEvent<ImportWaits> waiting = new RecordingEvent<>();
  final RecordingEvent<ImportMoved> moving = new RecordingEvent<>();

  private final TestDatabase database;
  private final FakeClock clock;
  private final Settings settings;
  private final Shapes shapes = new Shapes();
  private final CountingIds ids = new CountingIds();
  private final ManagedExecutorService executor = threads();
  private final ServerRun run = new ServerRun("node", new UUID(5, 5));

  ImportDesk(TestDatabase database, FakeClock clock, Path data) {
    this.database = database;
    this.clock = clock;
    settings = TestSettings.in(data);
    accounts = new AccountDesk(database, clock, ids, settings);
    school = accounts.organisation("12ABC345");
    AccountView head = accounts.member("Claire", "Montségur", school, "BP-ADMIN", "IMPORT");
    chief = accounts.caller(head, school.id());
  }

  /** The container's, as far as work is given to it. */
  private static ManagedExecutorService threads() {
    return (ManagedExecutorService)
        Proxy.newProxyInstance(
            ImportDesk.class.getClassLoader(),
            new Class<?>[] {ManagedExecutorService.class},
            (self, method, arguments) -> {
              if (!method.getName().equals("execute")) {
                throw new UnsupportedOperationException(method.getName());
              }
              ForkJoinPool.commonPool().execute((Runnable) arguments[0]);
              return null;
            });
  }

  <T> T in(Callable<T> work) {
    return database.inTransaction(work);
  }

  ImportLedger ledger() {
    ImportLedger ledger = new ImportLedger();
    ledger.permissions = accounts.permissions;
    ledger.imports = new Imports(database.entityManager());
    ledger.choices = new Choices(database.entityManager());
    ledger.children = new ChildChoices(database.entityManager());
    ledger.classes = new Classes(database.entityManager());
    ledger.folder = new ImportFolder(settings);
    ledger.shapes = shapes;
    ledger.drops = new Drops(database.entityManager());
    ledger.dictionary = HeaderDictionary.shipped();
    ledger.people = accounts.rightsGiving();
    ledger.trail = accounts.audit.trail();
    ledger.waiting = waiting;
    ledger.moving = moving;
    ledger.settings = settings;
    ledger.clock = clock;
    ledger.ids = ids;
    return ledger;
  }

  private Plans plansOf() {
    return new Plans(database.entityManager());
  }

  People people() {
    return new People(database.entityManager());
  }

  ImportDrafts drafts() {
    ImportDrafts drafts = new ImportDrafts();
    drafts.ledger = ledger();
    drafts.plans = plansOf();
    return drafts;
  }

  ImportReading reading() {
    ImportReading reading = new ImportReading();
    reading.ledger = ledger();
    return reading;
  }

  ImportPlans plans() {
    ImportPlans plans = new ImportPlans();
    plans.ledger = ledger();
    plans.plans = plansOf();
    return plans;
  }

  ImportMending mending() {
    ImportMending mending = new ImportMending();
    mending.ledger = ledger();
    mending.plans = plansOf();
    mending.people = new PeopleList(database.entityManager());
    return mending;
  }

  ImportNews news() {
    ImportNews news = new ImportNews();
    news.permissions = accounts.permissions;
    news.drafts = drafts();
    return news;
  }

  ImportUndoing undoing() {
    ImportUndoing undoing =
        new ImportUndoing() {
          @Override
          public void undo(Caller caller, WorkLease lease) {
            database.inTransaction(() -> super.undo(caller, lease));
          }
        };
    undoing.ledger = ledger();
    undoing.steps = steps();
    undoing.book = new UndoBook(database.entityManager());
    undoing.undoing = new Undoing(people(), new Classes(database.entityManager()), undoing.book);
    return undoing;
  }

  ImportSweep sweep() {
    ImportSweep sweep = new ImportSweep();
    sweep.ledger = ledger();
    sweep.plans = plansOf();
    sweep.book = new UndoBook(database.entityManager());
    sweep.traces = new RowTraces(database.entityManager());
    return sweep;
  }

  PeopleSweep peopleSweep() {
    PeopleSweep sweep = new PeopleSweep();
    sweep.permissions = accounts.permissions;
    sweep.leaving = new LeavingPeople(database.entityManager());
    sweep.ledger = ledger();
    sweep.accounts = accounts.slips();
    sweep.trail = accounts.audit.trail();
    sweep.settings = settings;
    sweep.clock = clock;
    return sweep;
  }

  ImportSteps steps() {
    ImportSteps steps = new StepsInTransactions(database);
    steps.ledger = ledger();
    steps.plans = plansOf();
    steps.people = people();
    steps.logins = new LoginsInUse(database.entityManager());
    steps.run = run;
    steps.holds = holds();
    return steps;
  }

  private ImportHolds holds() {
    ImportHolds holds = new ImportHolds();
    holds.ledger = ledger();
    holds.terms = accounts.organisations.importTerms();
    return holds;
  }

  private ImportApplying applying() {
    ImportApplying applying =
        new ImportApplying() {
          @Override
          public boolean apply(Caller caller, WorkLease lease) {
            return database.inTransaction(() -> super.apply(caller, lease));
          }
        };
    applying.ledger = ledger();
    applying.steps = steps();
    applying.plans = plansOf();
    applying.following =
        new Following(
            people(),
            new Classes(database.entityManager()),
            plansOf(),
            new UndoBook(database.entityManager()),
            ids);
    applying.letters = letters();
    return applying;
  }

  private ImportLetters letters() {
    ImportLetters letters = new ImportLetters();
    letters.people = accounts.rightsGiving();
    letters.members = accounts.members();
    letters.directory = accounts.organisations.directory();
    letters.notices = accounts.mails;
    letters.settings = settings;
    return letters;
  }

  ImportDrop drop() {
    ImportDrop drop = new ImportDrop();
    drop.joining = joining();
    drop.reporting = reporting();
    drop.folder = new ImportFolder(settings);
    return drop;
  }

  ImportJoining joining() {
    ImportJoining joining = new JoiningInTransactions(database);
    joining.ledger = ledger();
    return joining;
  }

  ImportReporting reporting() {
    ImportReporting reporting = new ImportReporting();
    ImportReportLedger rows = new ReportsInTransactions(database);
    rows.ledger = ledger();
    rows.letters = letters();
    rows.directory = accounts.organisations.directory();
    rows.plans = plansOf();
    rows.holds = holds();
    reporting.reports = rows;
    reporting.folder = new ImportFolder(settings);
    reporting.permissions = accounts.permissions;
    reporting.settings = settings;
    reporting.clock = clock;
    reporting.ids = ids;
    return reporting;
  }

  ImportReports reports() {
    ImportReports reports = new ImportReports();
    reports.ledger = ledger();
    return reports;
  }

  ImportLine line() {
    ImportLine line = new ImportLine();
    line.steps = steps();
    line.planner = new ImportPlanner();
    line.planner.steps = line.steps;
    line.planner.permissions = accounts.permissions;
    line.planner.settings = settings;
    line.planner.clock = clock;
    line.planner.ids = ids;
    line.planner.executor = executor;
    line.applying = applying();
    line.undoing = undoing();
    line.reporting = reporting();
    line.permissions = accounts.permissions;
    line.ids = ids;
    return line;
  }

  /** Does all that waits. */
  void work() {
    line().work(WORKER);
    clock.advance(Duration.ofSeconds(1)); // a plan of the same instant would be an old one
  }

  UUID begin() {
    return in(() -> drafts().begin(chief, school.id()));
  }

  AddFileOutcome add(UUID id, Profile profile, String name, String text) {
    return in(() ->
            drafts()
                .add(
                    chief,
                    id,
                    profile,
                    name,
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .orElseThrow();
  }

  ImportView find(UUID id) {
    return in(() -> drafts().find(chief, id));
  }

  /** Has the plan made, and looks at it. */
  PlanSummary plan(UUID id) {
    in(() -> plans().ask(chief, id));
    work();
    return find(id).summary().orElseThrow();
  }

  List<PlannedRow> rows(UUID id) {
    return rows(id, PlanQuery.all(PageRequest.from(0))).rows();
  }

  Page<PlannedRow> rows(UUID id, PlanQuery query) {
    return in(() -> plans().rows(chief, id, query));
  }

  List<String> labels(UUID id) {
    return in(() -> plans().labels(chief, id));
  }

  /** Imports a file from its drop to its end. */
  UUID imported(Profile profile, String text) {
    UUID id = begin();
    add(id, profile, "fichier.csv", text);
    plan(id);
    apply(id, "");
    return id;
  }

  ApplyOutcome apply(UUID id, String typed) {
    UUID shown = find(id).plan().orElse(new UUID(0, 0));
    ApplyOutcome outcome = in(() -> plans().apply(chief, id, shown, typed));
    work();
    return outcome;
  }

  List<KnownPerson> known(Profile profile) {
    return in(
        () ->
            people().part(school.id(), profile, null, 1_000).stream()
                .map(state -> state.person())
                .toList());
  }

  /** Each in a transaction of its own, as the container has it. */
  private static final class JoiningInTransactions extends ImportJoining {
    private final TestDatabase database;

    JoiningInTransactions(TestDatabase database) {
      this.database = database;
    }

    @Override
    public UUID collecting(Caller caller, OrganisationId organisation) {
      return database.inNewTransaction(() -> super.collecting(caller, organisation));
    }

    @Override
    public boolean join(Caller caller, UUID owner, PeopleFile file) {
      return database.inNewTransaction(() -> super.join(caller, owner, file));
    }

    @Override
    public Optional<UUID> importOf(Caller caller, UUID file) {
      return database.inNewTransaction(() -> super.importOf(caller, file));
    }

    @Override
    public boolean isTaken(Caller caller, UUID file) {
      return database.inNewTransaction(() -> super.isTaken(caller, file));
    }

    @Override
    public List<UUID> over(Caller caller) {
      return database.inNewTransaction(() -> super.over(caller));
    }

    @Override
    public void complete(Caller caller, UUID id) {
      database.inNewTransaction(
          () -> {
            super.complete(caller, id);
            return true;
          });
    }
  }

  /** Each in a transaction of its own, as the container has it. */
  private static final class ReportsInTransactions extends ImportReportLedger {
    private final TestDatabase database;

    ReportsInTransactions(TestDatabase database) {
      this.database = database;
    }

    @Override
    public List<UUID> owing(Caller caller) {
      return database.inNewTransaction(() -> super.owing(caller));
    }

    @Override
    public Optional<Owed> owed(Caller caller, UUID id) {
      return database.inNewTransaction(() -> super.owed(caller, id));
    }

    @Override
    public List<PlannedRow> rows(Caller caller, Optional<UUID> plan, long behind) {
      return database.inNewTransaction(() -> super.rows(caller, plan, behind));
    }

    @Override
    public boolean reported(Caller caller, Owed owed, ImportReporting.Written written) {
      return database.inNewTransaction(() -> super.reported(caller, owed, written));
    }

    @Override
    public void refused(
        Caller caller, PeopleFile file, RosterFinding why, ImportReporting.Written written) {
      database.inNewTransaction(
          () -> {
            super.refused(caller, file, why, written);
            return true;
          });
    }
  }

  /** Each step in a transaction of its own, as the container has it. */
  private static final class StepsInTransactions extends ImportSteps {
    private final TestDatabase database;

    StepsInTransactions(TestDatabase database) {
      this.database = database;
    }

    @Override
    public Optional<WorkLease> claim(Caller caller) {
      return database.inNewTransaction(() -> super.claim(caller));
    }

    @Override
    public int releaseEarlierRuns(Caller caller) {
      return database.inNewTransaction(() -> super.releaseEarlierRuns(caller));
    }

    @Override
    public ImportRequest request(Caller caller, WorkLease lease) {
      return database.inNewTransaction(() -> super.request(caller, lease));
    }

    @Override
    public Map<String, List<KnownPerson>> having(
        Caller caller, OrganisationId organisation, Collection<String> keys) {
      return database.inNewTransaction(() -> super.having(caller, organisation, keys));
    }

    @Override
    public List<KnownPerson> part(
        Caller caller,
        OrganisationId organisation,
        Profile profile,
        @Nullable KnownPerson behind,
        int most) {
      return database.inNewTransaction(
          () -> super.part(caller, organisation, profile, behind, most));
    }

    @Override
    public Set<String> logins(Caller caller, WorkLease lease, Collection<String> bases) {
      return database.inNewTransaction(() -> super.logins(caller, lease, bases));
    }

    @Override
    public void rows(
        Caller caller, WorkLease lease, UUID plan, List<PlannedRow> rows, long expected) {
      database.inNewTransaction(
          () -> {
            super.rows(caller, lease, plan, rows, expected);
            return true;
          });
    }

    @Override
    public void renew(Caller caller, WorkLease lease, long done, long expected) {
      database.inNewTransaction(
          () -> {
            super.renew(caller, lease, done, expected);
            return true;
          });
    }

    @Override
    public void planned(
        Caller caller,
        WorkLease lease,
        UUID plan,
        Instant since,
        PlanSummary summary,
        Collection<String> made) {
      database.inNewTransaction(
          () -> {
            super.planned(caller, lease, plan, since, summary, made);
            return true;
          });
    }

    @Override
    public void fail(Caller caller, WorkLease lease, String incident) {
      database.inNewTransaction(
          () -> {
            super.fail(caller, lease, incident);
            return true;
          });
    }
  }
}
