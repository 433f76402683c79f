package org.guichet.deposit.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.guichet.deposit.control.Answers;
import org.guichet.deposit.control.ComplaintFile;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.control.JudgedPassages;
import org.guichet.deposit.control.Lanes;
import org.guichet.deposit.control.ListingTurn;
import org.guichet.deposit.control.PassageVerdicts;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositLook;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.DuplicateTask;
import org.guichet.deposit.entity.Fault;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.deposit.entity.PageLook;
import org.guichet.deposit.entity.PassageRange;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.deposit.entity.Tally;
import org.guichet.deposit.entity.UploadLook;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.Severities;
import org.guichet.flux.Severity;
import org.guichet.flux.check.ContentChecks;
import org.guichet.insight.control.InsightTables;
import org.guichet.notice.boundary.AttachedDocumentsBench;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.guichet.receipt.boundary.ReceiptBench;
import org.guichet.receipt.boundary.ReceiptBooks;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.guichet.testing.CountingIds;
import org.guichet.testing.DirectEvent;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A desk on real tables and a real folder, on which files were dropped, checked and answered by the
 * desk's own transactions. Alice certifies; Bob drops for her.
 */
final class WorkedDesk {
  static final Caller SYSTEM = Caller.system("test");
  static final ServerRun RUN = new ServerRun("test", new UUID(3, 1));
  private static final String CONTRACT = "MCFCER990001";
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  final SpoolBench bench;
  final Reconciliation reconciliation = new Reconciliation();
  final ReceiptIssuing issuing;
  final CountingIds ids = new CountingIds();
  private final TestDatabase database;
  private final Permissions permissions = GrantedPermissions.of(Permission.DEPOSIT_DROP);
  private final PassageVerdicts verdicts;
  private final Lanes lanes;
  private final Answers answers;
  private final ReceiptBooks receiptBooks;
  private int drops;

  /** From when what is dropped next is valid; null for a date that can't be read. */
  @Nullable LocalDate validFrom = LocalDate.of(2026, 1, 15);

  WorkedDesk(TestDatabase database, Path data) throws IOException {
    this.database = database;
    bench = new SpoolBench(database, data, permissions);
    for (int i = 0; i < 1_000; i++) {
      ids.get(); // the bench counts its own
    }
    ReceiptBench receipts =
        new ReceiptBench(database, bench.notices, permissions, bench.clock, ids);
    issuing = receipts.issuing();
    receiptBooks = receipts.books();
    verdicts = ControlBench.verdicts(database);
    lanes = ControlBench.lanes(database);
    answers = ControlBench.answers(bench.store, verdicts, bench.settings, bench.clock);
    wireReconciliation();
  }

  /** Each drop has other bytes. */
  DepositView drop(OrganisationView dropper, DepositKind kind) {
    drops++;
    return drop(dropper, kind, "lot-" + drops + ".xml", "<lot n='" + drops + "'/>");
  }

  DepositView drop(OrganisationView dropper, DepositKind kind, String name, String content) {
    Caller key = SpoolBench.key(dropper);
    try {
      Incoming file = bench.spool.begin(key, DropFolder.of(kind), name);
      file.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
      DepositId id = new DepositId(file.id());
      bench.spool.close(key, file);
      return find(id).orElseGet(() -> newest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<DepositView> find(DepositId id) {
    return database.inTransaction(
        () -> ControlBench.deposits(database).find(id).map(deposit -> deposit.view()));
  }

  private DepositView newest() {
    return database.inTransaction(() -> ControlBench.books(database).newest(1).get(0).view());
  }

  /** Takes {@code good} of its passages and refuses {@code bad}. */
  DepositView judge(DepositView deposit, int good, int bad) {
    check(deposit, FluxAction.CREATION, passages(deposit, good, bad), null);
    return find(deposit.id()).orElseThrow();
  }

  /** The same with passages that were declared before, in {@code earlier}. */
  DepositView judgeAgain(DepositView deposit, DepositView earlier, int good, int bad) {
    check(deposit, FluxAction.CREATION, passages(earlier, good, bad), null);
    return find(deposit.id()).orElseThrow();
  }

  /** Judges the passages of its file by the rules of a real check, strictly or not. */
  DepositView judge(DepositView deposit, CheckingMode mode) {
    List<Passage> passages = new ArrayList<>();
    List<Certification> certifications = new ArrayList<>();
    FluxEnd end;
    try (InputStream file = bench.store.open(deposit.sha256().orElseThrow())) {
      end =
          new FluxReader()
              .read(
                  file,
                  ContentChecks.checking(DAY, Severities.USUAL),
                  new Collecting(passages, certifications));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean faulty =
        passages.stream()
            .flatMap(passage -> passage.findings().stream())
            .anyMatch(f -> f.blocks() && f.code().kind() == FindingCode.Kind.SCHEMA);
    check(
        deposit,
        end.header(),
        passages,
        certifications,
        faulty && mode == CheckingMode.STRICT ? new Refusal(RefusalCode.SCHEMA, "x") : null);
    return find(deposit.id()).orElseThrow();
  }

  private record Collecting(List<Passage> passages, List<Certification> certifications)
      implements FluxSink {
    @Override
    public boolean header(FluxHeader header) {
      return true;
    }

    @Override
    public boolean passage(Passage passage) {
      return passages.add(passage);
    }

    @Override
    public void certification(Certification certification) {
      certifications.add(certification);
    }

    @Override
    public void finding(Finding finding) {
      // Of the file: these have none.
    }
  }

  DepositView refuse(DepositView deposit) {
    check(deposit, FluxAction.CREATION, passages(deposit, 1, 1), new Refusal(RefusalCode.NOT_XML));
    return find(deposit.id()).orElseThrow();
  }

  /** A file that takes back the first passage of {@code standing}. */
  void takeBack(DepositView deposit, DepositView standing) {
    check(
        deposit,
        FluxAction.SUPPRESSION,
        List.of(passage(1, idTechnique(standing, 1), List.of())),
        null);
  }

  static String idTechnique(DepositView deposit, int position) {
    return deposit.number() + "-" + position;
  }

  private List<Passage> passages(DepositView deposit, int good, int bad) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 1; i <= good + bad; i++) {
      passages.add(
          passage(
              i,
              idTechnique(deposit, i),
              i <= good
                  ? List.of()
                  : List.of(
                      new Finding(FindingCode.SCHEMA, Severity.PASSAGE, i, 1, "", List.of("x")))));
    }
    return passages;
  }

  private Passage passage(int position, String idTechnique, List<Finding> findings) {
    return new Passage(
        position,
        1,
        idTechnique,
        FluxSamples.holder("Béranger", null, null),
        validFrom,
        position * 10,
        -1,
        -1,
        findings);
  }

  private void check(
      DepositView deposit, FluxAction action, List<Passage> passages, @Nullable Refusal refusal) {
    OrganisationView dropper = dropper(deposit);
    check(
        deposit,
        new FluxHeader(
            "F-" + deposit.number(),
            action,
            dropper.matricule().value(),
            bench.alice.matricule().value(),
            CONTRACT),
        passages,
        List.of(),
        refusal);
  }

  private OrganisationView dropper(DepositView deposit) {
    return deposit.sender().equals(bench.alice.matricule()) ? bench.alice : bench.bob;
  }

  private void check(
      DepositView deposit,
      FluxHeader header,
      List<Passage> passages,
      List<Certification> certifications,
      @Nullable Refusal refusal) {
    OrganisationView dropper = dropper(deposit);
    LaneLease lease =
        new LaneLease(
            dropper.id(),
            deposit.kind(),
            RUN.name() + "/" + ids.get(),
            bench.clock.instant().plusSeconds(60));
    in(() -> lanes.claim(lease, bench.clock.instant()));
    CheckTask task = in(() -> progress().start(SYSTEM, lease, deposit.id())).orElseThrow();
    Inspection inspection = new Inspection(header, passages.size(), bench.alice, refusal, false);
    run(() -> progress().passages(SYSTEM, lease, task, passages, certifications));
    run(() -> readings().note(SYSTEM, task, inspection.reading()));
    try (ComplaintFile complaints = new ComplaintFile(bench.store.incoming(), task);
        JudgedPassages judged = new JudgedPassages(bench.store.incoming(), task)) {
      String number = in(() -> issuing.nextReceptionNumber(SYSTEM));
      var reception = answers.reception(task, dropper, inspection, number);
      run(() -> reception().decide(SYSTEM, lease, task, inspection, reception));
      if (refusal != null) {
        complaints.add(new Finding(FindingCode.SCHEMA, Severity.FILE, 1, 1, "", List.of("x")));
        var receipt = answers.refused(task, dropper, inspection, refusal, complaints);
        run(() -> verdicts().refuse(SYSTEM, lease, task, refusal, receipt));
      } else {
        Tally tally = in(() -> progress().settle(SYSTEM, lease, task, inspection));
        var receipt = answers.judged(task, dropper, inspection, tally, judged);
        run(() -> verdicts().record(SYSTEM, lease, task, inspection, tally, receipt));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (task.trial()) {
      bench.parts.delete(task.deposit());
    }
    run(() -> lanes.release(lease));
  }

  /** Begins to check, and dies in the middle; whether it began at all. */
  boolean dieChecking(DepositView deposit) {
    LaneLease lease =
        new LaneLease(
            bench.alice.id(),
            deposit.kind(),
            RUN.name() + "/" + ids.get(),
            bench.clock.instant().plusSeconds(60));
    in(() -> lanes.claim(lease, bench.clock.instant()));
    boolean began = in(() -> progress().start(SYSTEM, lease, deposit.id())).isPresent();
    run(() -> lanes.release(lease));
    return began;
  }

  /** Drops the bytes of {@code first} once more and answers that. */
  long duplicate(DepositView first, String content) {
    DuplicateTask task = again(first, content);
    answer(task);
    return task.number();
  }

  /** Drops the bytes of {@code first} once more. */
  DuplicateTask again(DepositView first, String content) {
    drop(bench.alice, DepositKind.REAL, "again-" + first.number() + ".xml", content);
    UUID id = in(() -> ledger().answerable(SYSTEM)).get(0);
    return in(() -> ledger().task(SYSTEM, id));
  }

  /** Answers a drop of bytes that stand already. */
  void answer(DuplicateTask task) {
    try {
      String number = in(() -> issuing.nextReceptionNumber(SYSTEM));
      var receipt = answers.duplicate(task, bench.alice, bench.alice, number);
      run(() -> ledger().answerReception(SYSTEM, task, receipt));
      run(
          () ->
              ledger()
                  .giveVerdictAgain(
                      SYSTEM,
                      task,
                      ControlBench.correspondence(bench.settings)
                          .recipients(task, bench.alice, bench.alice),
                      receipt.gist()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DuplicateLedger ledger() {
    DuplicateLedger ledger = new DuplicateLedger();
    ledger.duplicates = ControlBench.duplicates(database);
    ledger.deposits = ControlBench.deposits(database);
    ledger.issuing = issuing;
    ledger.permissions = permissions;
    return ledger;
  }

  <T> T in(Callable<T> work) {
    return database.inNewTransaction(work);
  }

  void run(Runnable work) {
    database.inNewTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  private DepositProgress progress() {
    DepositProgress progress = new DepositProgress();
    progress.deposits = ControlBench.deposits(database);
    progress.verdicts = verdicts;
    progress.keys = ControlBench.keys(database);
    progress.lanes = lanes;
    progress.permissions = permissions;
    progress.settings = bench.settings.deposit();
    progress.clock = bench.clock;
    progress.ids = ids;
    return progress;
  }

  /** What follows a verdict; each part in a transaction of its own. */
  AfterVerdict afterVerdict() {
    AfterVerdict after = new AfterVerdict();
    after.ledger = new Listing();
    wire(after.ledger);
    after.turn = new ListingTurn();
    after.permissions = permissions;
    return after;
  }

  /** Does all that follows verdicts; tells in how many parts. */
  int catchUp() {
    AfterVerdict after = afterVerdict();
    int parts = 0;
    while (after.catchUp(SYSTEM)) {
      parts++;
    }
    return parts;
  }

  private ReadingLedger readings() {
    ReadingLedger ledger = new ReadingLedger();
    wire(ledger);
    return ledger;
  }

  private void wire(ReadingLedger ledger) {
    ledger.readings = ControlBench.readings(database);
    ledger.deposits = ControlBench.deposits(database);
    ledger.permissions = permissions;
  }

  private DepositReception reception() {
    DepositReception reception = new DepositReception();
    reception.deposits = ControlBench.deposits(database);
    reception.chain = ControlBench.chain(database);
    reception.lanes = lanes;
    reception.issuing = issuing;
    reception.permissions = permissions;
    reception.settings = bench.settings.deposit();
    reception.clock = bench.clock;
    return reception;
  }

  private DepositVerdicts verdicts() {
    DepositVerdicts recording = new DepositVerdicts();
    recording.deposits = ControlBench.deposits(database);
    recording.keys = ControlBench.keys(database);
    recording.lanes = lanes;
    recording.issuing = issuing;
    recording.decided =
        new DirectEvent<>(InsightTables.keeping(database, bench.settings, bench.clock)::keep);
    recording.permissions = permissions;
    recording.settings = bench.settings.deposit();
    recording.clock = bench.clock;
    recording.ids = ids;
    return recording;
  }

  private void wireReconciliation() {
    Ledger ledger = new Ledger();
    ledger.books = ControlBench.books(database);
    ledger.deposits = ControlBench.deposits(database);
    ledger.duplicates = ControlBench.duplicates(database);
    ledger.receipts = receiptBooks;
    ledger.permissions = permissions;
    ledger.clock = bench.clock;
    ledger.ids = ids;
    Books books = new Books();
    books.books = ledger.books;
    books.deposits = ledger.deposits;
    books.duplicates = ledger.duplicates;
    books.uploads = ControlBench.uploads(database);
    books.lanes = lanes;
    books.permissions = permissions;
    books.run = RUN;
    books.clock = bench.clock;
    SpoolReconciling spool = new SpoolReconciling();
    spool.books = books;
    spool.uploads = bench.spool.ledger;
    spool.parts = bench.parts;
    spool.store = bench.store;
    spool.inventory = bench.store;
    spool.clock = bench.clock;
    StoreReconciling kept = new StoreReconciling();
    kept.deposits = books;
    kept.receipts = receiptBooks;
    kept.mails = AttachedDocumentsBench.on(database, permissions);
    kept.store = bench.store;
    kept.inventory = bench.store;
    kept.clock = bench.clock;
    reconciliation.ledger = ledger;
    reconciliation.spool = spool;
    reconciliation.kept = kept;
    reconciliation.receipts = receiptBooks;
    reconciliation.store = bench.store;
    reconciliation.permissions = permissions;
    reconciliation.clock = bench.clock;
    reconciliation.zone = bench.settings.zone();
  }

  /** Where the container would begin a transaction, so does this. */
  private final class Ledger extends ReconciliationLedger {
    @Override
    public PageLook page(Caller caller, UUID after, int most) {
      return in(() -> super.page(caller, after, most));
    }

    @Override
    public List<DepositId> newest(Caller caller, int most) {
      return in(() -> super.newest(caller, most));
    }

    @Override
    public Optional<DepositLook> one(Caller caller, DepositId id) {
      return in(() -> super.one(caller, id));
    }

    @Override
    public boolean mend(Caller caller, DepositId id, Fault fault) {
      return in(() -> super.mend(caller, id, fault));
    }
  }

  /** As {@link Ledger}. */
  private final class Books extends SpoolBooks {
    @Override
    public boolean forgetTaken(Caller caller, DepositId id) {
      return in(() -> super.forgetTaken(caller, id));
    }

    @Override
    public boolean forgetEmpty(Caller caller, DepositId id, Instant untouchedSince) {
      return in(() -> super.forgetEmpty(caller, id, untouchedSince));
    }

    @Override
    public List<UploadLook> uploads(Caller caller, UUID after, int most) {
      return in(() -> super.uploads(caller, after, most));
    }

    @Override
    public List<LaneLease> releaseDeadLanes(Caller caller) {
      return in(() -> super.releaseDeadLanes(caller));
    }
  }

  /** As {@link Ledger}. */
  private final class Listing extends ReadingLedger {
    @Override
    public List<UUID> open(Caller caller) {
      return in(() -> super.open(caller));
    }

    @Override
    public boolean goOn(Caller caller, UUID attempt) {
      return in(() -> super.goOn(caller, attempt));
    }

    @Override
    public List<UUID> named(Caller caller) {
      return in(() -> super.named(caller));
    }

    @Override
    public boolean forgetNames(Caller caller, UUID attempt, PassageRange range) {
      return in(() -> super.forgetNames(caller, attempt, range));
    }
  }
}
