package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.control.PassageCopies;
import org.guichet.deposit.control.RefusalTexts;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.ChosenPassages;
import org.guichet.deposit.entity.Clash;
import org.guichet.deposit.entity.CorrectionOutcome;
import org.guichet.deposit.entity.CorrectionRow;
import org.guichet.deposit.entity.CorrectionSheet;
import org.guichet.deposit.entity.CorrectionShow;
import org.guichet.deposit.entity.CorrectionTask;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.MendingPassage;
import org.guichet.deposit.entity.PassageDraft;
import org.guichet.deposit.entity.PassageEdit;
import org.guichet.deposit.entity.PassageSave;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.Tried;
import org.guichet.flux.FluxAction;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;
import org.guichet.flux.edit.SmallFlux;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;

/**
 * Mends the rejected passages of a deposit one by one: shows them, keeps what is changed, checks it
 * at once by the rules of a drop, and drops what is good as a file of its own. For those who may
 * drop for the organisation that dropped the deposit.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Corrections {
  @Inject CorrectionLedger ledger;
  @Inject CorrectionDrop drop;
  @Inject PassageTrial trial;
  @Inject FileStore store;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Deposits that a file may be dropped to mend: rejected or accepted in part, the newest first.
   *
   * @param also one that is among them however old it is
   */
  public List<DepositView> candidates(Caller caller, Optional<Long> also) {
    return ledger.candidates(caller, also);
  }

  /**
   * A part of what is to be mended, each passage with what is wrong with it now.
   *
   * @param kept positions of passages that are shown whatever has become of them; none: by {@code
   *     show} and {@code part}
   * @param language in which a refusal is worded
   */
  public CorrectionSheet view(
      Caller caller,
      long number,
      CorrectionShow show,
      PageRequest part,
      List<Integer> kept,
      Locale language)
      throws IOException {
    CorrectionLedger.Part found = ledger.part(caller, number, show, part, kept);
    Map<Integer, PassageText> sent = new PassageCopies(store).read(found.task(), found.rows());
    List<CorrectionRow> changed =
        found.rows().stream()
            .filter(row -> row.draft().isPresent() && sent.containsKey(row.position()))
            .toList();
    List<PassageText> now = changed.stream().map(row -> now(row, sent)).toList();
    Tried tried =
        changed.isEmpty()
            ? new Tried(Map.of(), Map.of(), Optional.empty())
            : trial.check(caller, head(found.task()), entries(changed, now), free(changed));
    List<MendingPassage> passages = new ArrayList<>();
    for (CorrectionRow row : found.rows()) {
      PassageText text = sent.get(row.position());
      int index = changed.indexOf(row);
      if (text != null) {
        passages.add(
            new MendingPassage(
                row,
                text,
                index < 0 ? text : now.get(index),
                index < 0 ? row.findings() : tried.of(index + 1)));
      }
    }
    return new CorrectionSheet(
        found.task(),
        found.counts(),
        passages,
        switch (show) {
          case ALL -> found.counts().all();
          case FAULTY -> found.counts().faulty();
          case READY -> found.counts().ready();
          case LEFT_OUT -> found.counts().leftOut();
        },
        tried.refusal().map(why -> told(why, language)),
        found.lastEdited());
  }

  static DepositDetails.Told told(Refusal refusal, Locale language) {
    return new DepositDetails.Told(
        refusal.code().number(),
        RefusalTexts.reason(refusal, language),
        RefusalTexts.mend(refusal.code(), language));
  }

  private static PassageText now(CorrectionRow row, Map<Integer, PassageText> sent) {
    return Optional.ofNullable(sent.get(row.position()))
        .orElseThrow()
        .with(row.draft().map(PassageDraft::changes).orElse(Map.of()));
  }

  private static SmallFlux.Head head(CorrectionTask task) {
    return new SmallFlux.Head(
        task.idFlux(), task.sender().value(), task.certifier(), task.contract());
  }

  private static List<SmallFlux.Entry> entries(List<CorrectionRow> rows, List<PassageText> texts) {
    List<SmallFlux.Entry> entries = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      CorrectionRow row = rows.get(i);
      entries.add(new SmallFlux.Entry(row.type(), row.code(), "", texts.get(i)));
    }
    return entries;
  }

  /** Passages that are being taken back leave their idTechnique free. */
  private static Set<String> free(List<CorrectionRow> rows) {
    Set<String> free = new HashSet<>();
    rows.stream()
        .filter(row -> row.draft().filter(PassageDraft::declaredAnew).isPresent())
        .forEach(row -> row.idTechnique().ifPresent(free::add));
    return free;
  }

  /**
   * Keeps what was typed, as far as it differs from what was sent, with what would still refuse it.
   *
   * @param editor name of who typed it, as others are told
   * @return passages of which nothing was kept, because somebody else has changed them meanwhile
   */
  public List<Clash> save(Caller caller, long number, String editor, List<PassageEdit> edits)
      throws IOException {
    CorrectionTask task = ledger.task(caller, number);
    List<CorrectionRow> rows =
        ledger.rows(caller, number, edits.stream().map(PassageEdit::position).toList());
    Map<Integer, PassageText> sent = new PassageCopies(store).read(task, rows);
    List<CorrectionRow> known =
        rows.stream().filter(row -> sent.containsKey(row.position())).toList();
    List<Map<String, String>> changes = new ArrayList<>();
    List<PassageText> now = new ArrayList<>();
    for (CorrectionRow row : known) {
      PassageText text = Optional.ofNullable(sent.get(row.position())).orElseThrow();
      Map<String, String> change = text.changes(typed(row, edits), row.faultyFields(text));
      changes.add(change);
      now.add(text.with(change));
    }
    Tried tried = trial.check(caller, head(task), entries(known, now), free(known));
    List<PassageSave> saves = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      PassageEdit edit = edit(known.get(i), edits);
      saves.add(
          new PassageSave(
              edit.position(),
              edit.version(),
              changes.get(i),
              edit.leftOut(),
              tried.faults(i + 1),
              edit.asShown()));
    }
    return keep(caller, number, editor, saves);
  }

  private List<Clash> keep(Caller caller, long number, String editor, List<PassageSave> saves) {
    try {
      return ledger.save(caller, number, editor, saves);
    } catch (EJBException | PersistenceException e) {
      // Of two who save at the same instant one meets the other's row; looked at again, it clashes.
      return ledger.save(caller, number, editor, saves);
    }
  }

  private static PassageEdit edit(CorrectionRow row, List<PassageEdit> edits) {
    return edits.stream().filter(one -> one.position() == row.position()).findFirst().orElseThrow();
  }

  /** The idTechnique stays, but where it is what is wrong. */
  private static Map<String, String> typed(CorrectionRow row, List<PassageEdit> edits) {
    Map<String, String> typed = new LinkedHashMap<>(edit(row, edits).typed());
    if (!row.idFaulty()) {
      typed.remove(PassageFields.ID);
    }
    return typed;
  }

  /**
   * Drops what is ready, by the way of every drop, as a deposit that mends this one. While another
   * correction is on its way nothing is: what it holds would go twice.
   */
  public CorrectionOutcome drop(Caller caller, long number) throws IOException {
    Optional<Instant> turn = ledger.begin(caller, number);
    if (turn.isEmpty()) {
      return new CorrectionOutcome.Pending(Optional.empty());
    }
    try {
      CorrectionTask task = ledger.task(caller, number);
      return task.pending().isPresent()
          ? new CorrectionOutcome.Pending(task.pending())
          : drop(caller, task);
    } finally {
      ledger.end(caller, number, turn.get());
    }
  }

  private CorrectionOutcome drop(Caller caller, CorrectionTask task) throws IOException {
    long number = task.number();
    List<ChosenPassage> ready = ledger.ready(caller, number);
    ChosenPassages sound = position -> ledger.soundAfter(caller, number, position);
    CorrectionOutcome outcome =
        drop.drop(caller, task, sound.with(ready), FluxAction.CREATION, Optional.of(task.id()));
    if (outcome instanceof CorrectionOutcome.Dropped) {
      ledger.forget(caller, number, ready);
    }
    return outcome;
  }
}
