package org.guichet.deposit.boundary;

import jakarta.ejb.EJBException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.Clash;
import org.guichet.deposit.entity.CorrectionRow;
import org.guichet.deposit.entity.CorrectionShow;
import org.guichet.deposit.entity.CorrectionTask;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.PassageSave;
import org.guichet.organisation.boundary.PeopleRegisters;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.TestDatabase;

/** Mending, typing and taking back on a worked desk, put together by hand. */
final class MendingBench {
  final Corrections corrections = new Corrections();
  final Withdrawals withdrawals = new Withdrawals();
  final SingleEntry entry = new SingleEntry();
  final EntryDrafts drafts = new EntryDrafts();
  final RetentionLedger retention = new RetentionLedger();
  private final WorkedDesk desk;

  MendingBench(WorkedDesk desk, TestDatabase database, Permissions permissions) {
    this.desk = desk;
    desk.bench.spool.settings = desk.bench.settings.deposit();
    Ledger ledger = new Ledger();
    ledger.deposits = ControlBench.deposits(database);
    ledger.books = ControlBench.mending(database);
    ledger.chain = ControlBench.chain(database);
    ledger.permissions = permissions;
    ledger.clock = desk.bench.clock;
    PassageTrial trial = trial(database, permissions);
    CorrectionDrop drop = new CorrectionDrop();
    drop.spool = desk.bench.letting(permissions);
    drop.spool.settings = desk.bench.settings.deposit();
    drop.entries = ControlBench.entries(database);
    drop.store = desk.bench.store;
    drop.permissions = permissions;
    drop.settings = desk.bench.settings;
    drop.clock = desk.bench.clock;
    corrections.ledger = ledger;
    corrections.drop = drop;
    corrections.trial = trial;
    corrections.store = desk.bench.store;
    withdrawals.ledger = ledger;
    withdrawals.drop = drop;
    entry.trial = trial;
    entry.spool = drop.spool;
    entry.book = ControlBench.entryDrafts(database);
    entry.organisations = desk.bench.desk.directory();
    entry.mandates = desk.bench.desk.mandates();
    entry.permissions = permissions;
    entry.settings = desk.bench.settings;
    entry.clock = desk.bench.clock;
    entry.ids = desk.ids;
    retention.books = ledger.books;
    retention.entries = ControlBench.entryDrafts(database);
    drafts.book = retention.entries;
    drafts.permissions = permissions;
    drafts.clock = desk.bench.clock;
    drafts.ids = desk.ids;
    retention.permissions = permissions;
  }

  private PassageTrial trial(TestDatabase database, Permissions permissions) {
    PassageTrial trial = new PassageTrial();
    trial.rights = desk.bench.desk.rights();
    trial.choices = desk.bench.desk.checking();
    trial.registers = PeopleRegisters.of(permissions, List.of());
    trial.keys = ControlBench.keys(database);
    trial.words = ControlBench.mailWords(desk.bench.settings.zone());
    trial.permissions = permissions;
    trial.settings = desk.bench.settings.deposit();
    trial.clock = desk.bench.clock;
    return trial;
  }

  /** Where the container would begin a transaction, so does this. */
  private final class Ledger extends CorrectionLedger {
    private <T> T required(Callable<T> work) {
      try {
        return desk.in(work);
      } catch (RefusedException e) {
        throw e;
      } catch (RuntimeException e) {
        throw new EJBException(e);
      }
    }

    @Override
    public List<DepositView> candidates(Caller caller, Optional<Long> also) {
      return required(() -> super.candidates(caller, also));
    }

    @Override
    public CorrectionTask task(Caller caller, long number) {
      return required(() -> super.task(caller, number));
    }

    @Override
    public Optional<Instant> begin(Caller caller, long number) {
      return required(() -> super.begin(caller, number));
    }

    @Override
    public void end(Caller caller, long number, Instant turn) {
      required(
          () -> {
            super.end(caller, number, turn);
            return number;
          });
    }

    @Override
    public void takingBack(Caller caller, long number, long by) {
      required(
          () -> {
            super.takingBack(caller, number, by);
            return number;
          });
    }

    @Override
    public Optional<Long> beingTakenBack(Caller caller, long number) {
      return required(() -> super.beingTakenBack(caller, number));
    }

    @Override
    public Part part(
        Caller caller, long number, CorrectionShow show, PageRequest part, List<Integer> kept) {
      return required(() -> super.part(caller, number, show, part, kept));
    }

    @Override
    public List<CorrectionRow> rows(Caller caller, long number, List<Integer> positions) {
      return required(() -> super.rows(caller, number, positions));
    }

    @Override
    public List<Clash> save(Caller caller, long number, String editor, List<PassageSave> saves) {
      return required(() -> super.save(caller, number, editor, saves));
    }

    @Override
    public void declareAnew(Caller caller, long number, String editor, List<Integer> positions) {
      required(
          () -> {
            super.declareAnew(caller, number, editor, positions);
            return true;
          });
    }

    @Override
    public List<ChosenPassage> ready(Caller caller, long number) {
      return required(() -> super.ready(caller, number));
    }

    @Override
    public List<ChosenPassage> standing(Caller caller, long number, PageRequest part) {
      return required(() -> super.standing(caller, number, part));
    }

    @Override
    public int countStanding(Caller caller, long number) {
      return required(() -> super.countStanding(caller, number));
    }

    @Override
    public List<ChosenPassage> standingAfter(Caller caller, long number, int position) {
      return required(() -> super.standingAfter(caller, number, position));
    }

    @Override
    public List<ChosenPassage> soundAfter(Caller caller, long number, int position) {
      return required(() -> super.soundAfter(caller, number, position));
    }

    @Override
    public void forget(Caller caller, long number, List<ChosenPassage> dropped) {
      required(
          () -> {
            super.forget(caller, number, dropped);
            return true;
          });
    }
  }
}
