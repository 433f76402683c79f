package org.guichet.deposit.boundary;

import static org.guichet.deposit.DropSamples.ALICES;
import static org.guichet.deposit.DropSamples.BOBS;
import static org.guichet.deposit.DropSamples.NOON;

import jakarta.ejb.EJBException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.DuplicateDrops;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.control.Uploads;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DepositWaits;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.PendingUpload;
import org.guichet.organisation.boundary.OrganisationDesk;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.LocalFileStore;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.Outage;
import org.guichet.testing.RecordingEvent;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;

/**
 * The spool on a real folder and real tables, put together by hand. Where the container would begin
 * a transaction, so does this; what fails in it comes out as the container has it.
 */
final class SpoolBench {
  static final long MAX_SIZE = 1_000;

  final FakeClock clock = FakeClock.at(NOON);
  final RecordingNotices notices = new RecordingNotices();
  final RecordingEvent<DepositWaits> waiting = new RecordingEvent<>();
  final Outage outage = new Outage();
  final RecordingImports imports = new RecordingImports();
  final Settings settings;
  final LocalFileStore store;
  final SpoolFiles parts;
  final Spool spool;
  final OrganisationView alice;
  final OrganisationView bob;

  private final TestDatabase database;
  private final Deposits deposits;
  private final UploadLedger ledger;
  final OrganisationDesk desk;
  private final CountingIds ids = new CountingIds();

  SpoolBench(TestDatabase database, Path data, Permissions permissions) throws IOException {
    this.database = database;
    settings = TestSettings.in(data);
    store = new LocalFileStore(data);
    desk = OrganisationDesk.on(database, clock, ids);
    alice = database.inTransaction(() -> desk.certifier(ALICES.value(), "MCFCER990001"));
    bob = database.inTransaction(() -> desk.depositor(BOBS.value()));
    deposits = outage.before(Deposits.class, ControlBench.deposits(database));
    parts = ControlBench.spoolFiles(store);
    spool = letting(permissions);
    ledger = spool.ledger;
  }

  /** The same spool, for callers with other permissions. */
  Spool letting(Permissions permissions) {
    Uploads uploads = outage.before(Uploads.class, ControlBench.uploads(database));
    Registration registration = new Registration();
    registration.deposits = deposits;
    registration.duplicates =
        outage.before(DuplicateDrops.class, ControlBench.duplicates(database));
    registration.uploads = uploads;
    registration.permissions = permissions;
    registration.clock = clock;
    registration.ids = ids;
    registration.waiting = waiting;
    DepositIntake intake = new DepositIntake();
    intake.registration = registration;
    intake.permissions = permissions;
    Spool open = new Spool();
    open.ledger = ledger(uploads, permissions);
    open.intake = intake;
    open.registration = registration;
    open.parts = parts;
    open.people = new PeopleSpool();
    open.people.ledger = open.ledger;
    open.people.parts = parts;
    open.people.imports = imports;
    open.store = outage.before(FileStore.class, store);
    open.settings =
        new Settings.Deposit(
            MAX_SIZE,
            settings.deposit().maxPassages(),
            settings.deposit().lease(),
            settings.deposit().retryDelays(),
            settings.deposit().parallel(),
            settings.deposit().severities());
    return open;
  }

  private Ledger ledger(Uploads uploads, Permissions permissions) {
    Ledger rows = new Ledger();
    rows.uploads = uploads;
    rows.deposits = deposits;
    rows.parts = parts;
    rows.organisations = desk.directory();
    rows.notices = notices;
    rows.permissions = permissions;
    rows.run = new ServerRun("test", new UUID(3, 1));
    rows.clock = clock;
    rows.ids = ids;
    rows.words = ControlBench.mailWords(settings.zone());
    return rows;
  }

  SpoolSweep sweep(Permissions permissions) {
    SpoolSweep sweep = new SpoolSweep();
    sweep.ledger = ledger;
    sweep.spool = spool;
    sweep.parts = parts;
    sweep.people = spool.people;
    sweep.permissions = permissions;
    sweep.retention = settings.retention();
    sweep.clock = clock;
    return sweep;
  }

  /** A key of this organisation, over SFTP. */
  static Caller key(OrganisationView organisation) {
    return Caller.key(new KeyId(new UUID(4, 1)), organisation.id(), Channel.SFTP, "192.0.2.7");
  }

  List<DepositView> deposits() {
    return database.inTransaction(
        () ->
            ControlBench.deposits(database)
                .list(new DepositQuery(Optional.empty(), Optional.empty(), 0, 100))
                .stream()
                .map(deposit -> deposit.view())
                .toList());
  }

  /** What the container makes of what a bean throws. */
  private <T> T required(Callable<T> work) {
    try {
      return database.inNewTransaction(work);
    } catch (RefusedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new EJBException(e);
    }
  }

  private final class Registration extends DepositRegistration {
    @Override
    public IntakeOutcome register(Caller caller, Drop drop) {
      return required(() -> super.register(caller, drop));
    }

    @Override
    public Optional<IntakeOutcome> outcomeOf(Caller caller, DepositId id) {
      return required(() -> super.outcomeOf(caller, id));
    }
  }

  private final class Ledger extends UploadLedger {
    @Override
    public Begun begin(Caller caller, DropFolder folder, String name) {
      return required(() -> super.begin(caller, folder, name));
    }

    @Override
    public Optional<DepositId> resume(Caller caller, DropFolder folder, String name) {
      return required(() -> super.resume(caller, folder, name));
    }

    @Override
    public DepositId correctable(Caller caller, long number) {
      return required(() -> super.correctable(caller, number));
    }

    @Override
    public void correct(Caller caller, DepositId id, DepositId corrects) {
      required(
          () -> {
            super.correct(caller, id, corrects);
            return true;
          });
    }

    @Override
    public void setAside(Caller caller, DepositId id) {
      required(
          () -> {
            super.setAside(caller, id);
            return true;
          });
    }

    @Override
    public void breakOff(Caller caller, DepositId id) {
      required(
          () -> {
            super.breakOff(caller, id);
            return true;
          });
    }

    @Override
    public Renamed rename(Caller caller, DropFolder folder, String from, String to) {
      return required(() -> super.rename(caller, folder, from, to));
    }

    @Override
    public Optional<DepositId> discard(Caller caller, DropFolder folder, String name) {
      return required(() -> super.discard(caller, folder, name));
    }

    @Override
    public List<PendingUpload> list(Caller caller, DropFolder folder) {
      return required(() -> super.list(caller, folder));
    }

    @Override
    public void expire(Caller caller, DepositId id) {
      required(
          () -> {
            super.expire(caller, id);
            return true;
          });
    }

    @Override
    public void handedOver(Caller caller, DepositId id) {
      required(
          () -> {
            super.handedOver(caller, id);
            return true;
          });
    }

    @Override
    public PendingUpload find(Caller caller, DepositId id) {
      return required(() -> super.find(caller, id));
    }
  }
}
