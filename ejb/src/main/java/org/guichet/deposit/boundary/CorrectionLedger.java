package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.deposit.control.CorrectionChain;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.MendingBooks;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.Clash;
import org.guichet.deposit.entity.CorrectionCounts;
import org.guichet.deposit.entity.CorrectionRow;
import org.guichet.deposit.entity.CorrectionShow;
import org.guichet.deposit.entity.CorrectionTask;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DraftPassage;
import org.guichet.deposit.entity.PassageDraft;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.deposit.entity.PassageSave;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;

/**
 * The rows behind {@link Corrections} and {@link Withdrawals}: each method is one short
 * transaction. Only who may drop for a deposit's own sender gets at any of it; to others it isn't
 * there.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CorrectionLedger {
  /** Writing a file of passages takes seconds; a server that died in it keeps nobody for long. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

  /** Whoever mends something older says so on its page. */
  private static final Duration RECENT = Duration.ofDays(92);

  private static final int MOST_CANDIDATES = 50;

  @Inject Deposits deposits;
  @Inject MendingBooks books;
  @Inject CorrectionChain chain;
  @Inject Permissions permissions;
  @Inject Clock clock;

  /** A part of what is to be mended. */
  public record Part(
      CorrectionTask task,
      CorrectionCounts counts,
      List<CorrectionRow> rows,
      Optional<PassageDraft> lastEdited) {}

  /**
   * Deposits of the caller's organisation that a file may be dropped to mend, the newest first.
   *
   * @param also one that is among them however old it is
   */
  public List<DepositView> candidates(Caller caller, Optional<Long> also) {
    OrganisationId own = PassageTrial.own(permissions, caller);
    Instant since = clock.instant().minus(RECENT);
    List<Deposit> recent =
        Stream.of(DepositStatus.REJECTED, DepositStatus.PARTLY_ACCEPTED)
            .flatMap(status -> deposits.declaring(own, status, since, MOST_CANDIDATES).stream())
            .sorted(Comparator.comparing(Deposit::number).reversed())
            .limit(MOST_CANDIDATES)
            .toList();
    return Stream.concat(
            also
                .flatMap(deposits::findByNumber)
                .filter(one -> UploadLedger.correctable(one, own))
                .filter(one -> !recent.contains(one))
                .stream(),
            recent.stream())
        .map(Deposit::view)
        .toList();
  }

  public CorrectionTask task(Caller caller, long number) {
    return task(find(caller, number));
  }

  /**
   * A part of what is to be mended.
   *
   * @param kept positions of passages that are shown whatever has become of them; none: by {@code
   *     show} and {@code part}
   */
  public Part part(
      Caller caller, long number, CorrectionShow show, PageRequest part, List<Integer> kept) {
    Deposit deposit = find(caller, number);
    return new Part(
        task(deposit),
        books.counts(deposit.id()),
        kept.isEmpty() ? books.rows(deposit, show, part) : kept(deposit, kept),
        books.lastEdited(deposit.id()));
  }

  private List<CorrectionRow> kept(Deposit deposit, List<Integer> positions) {
    return positions.stream()
        .flatMap(one -> books.row(deposit, one).stream())
        .filter(row -> row.outcome() == PassageOutcome.KO || row.draft().isPresent())
        .toList();
  }

  /** These passages, as far as there are such. */
  public List<CorrectionRow> rows(Caller caller, long number, List<Integer> positions) {
    Deposit deposit = find(caller, number);
    return positions.stream().flatMap(one -> books.row(deposit, one).stream()).toList();
  }

  /**
   * Keeps what somebody has changed, but for passages that somebody else has changed since they
   * were shown. Who is overtaken by an own change that was still on its way is no matter; nor is a
   * passage that was sent only because it stood in the same form.
   *
   * @param editor name of who did, as others are told
   */
  public List<Clash> save(Caller caller, long number, String editor, List<PassageSave> saves) {
    Deposit deposit = find(caller, number);
    List<Clash> clashes = new ArrayList<>();
    for (PassageSave save : saves) {
      Optional<DraftPassage> draft = books.draft(deposit.id(), save.position());
      Optional<PassageDraft> before = draft.map(MendingBooks::view);
      if (before.isPresent() && same(before.get(), save)) {
        continue;
      }
      boolean overtaken = before.map(PassageDraft::version).orElse(0L) != save.version();
      if (overtaken && save.asShown()) {
        continue; // nobody typed anything: what was kept meanwhile stays
      }
      if (overtaken && !before.map(PassageDraft::editedBy).equals(Optional.of(caller.label()))) {
        clashes.add(
            before
                .map(by -> new Clash(save.position(), by.editor(), by.editedAt()))
                .orElseGet(() -> new Clash(save.position(), "", clock.instant())));
      } else {
        keep(caller, deposit, editor, save, draft);
      }
    }
    return clashes;
  }

  private static boolean same(PassageDraft draft, PassageSave save) {
    return draft.changes().equals(save.changes())
        && draft.leftOut() == save.leftOut()
        && draft.faults() == save.faults();
  }

  private void keep(
      Caller caller,
      Deposit deposit,
      String editor,
      PassageSave save,
      Optional<DraftPassage> draft) {
    boolean untouched = save.changes().isEmpty() && !save.leftOut();
    if (untouched && draft.filter(DraftPassage::declaredAnew).isEmpty()) {
      draft.ifPresent(books::remove);
      return;
    }
    DraftPassage kept =
        draft.orElseGet(() -> DraftPassage.begin(deposit.id(), save.position(), false));
    kept.change(
        MendingBooks.written(save.changes()),
        save.leftOut(),
        save.faults(),
        caller.label(),
        editor,
        clock.instant());
    if (draft.isEmpty()) {
      books.add(kept);
    }
  }

  /** Opens passages that are being taken back, to be declared once more. */
  public void declareAnew(Caller caller, long number, String editor, List<Integer> positions) {
    Deposit deposit = find(caller, number);
    Instant now = clock.instant();
    for (int position : positions) {
      if (books.row(deposit, position).isPresent()
          && books.draft(deposit.id(), position).isEmpty()) {
        DraftPassage draft = DraftPassage.begin(deposit.id(), position, true);
        draft.change(MendingBooks.written(Map.of()), false, 1, caller.label(), editor, now);
        books.add(draft);
      }
    }
  }

  /** What has been mended and goes into the file that mends a deposit. */
  public List<ChosenPassage> ready(Caller caller, long number) {
    return books.ready(find(caller, number).id());
  }

  /** The next passages that go with them, as nothing is wrong with them. */
  public List<ChosenPassage> soundAfter(Caller caller, long number, int position) {
    return books.soundAfter(find(caller, number).id(), position);
  }

  /** Passages that stand accepted by a deposit. */
  public List<ChosenPassage> standing(Caller caller, long number, PageRequest part) {
    return books.standing(find(caller, number).id(), part);
  }

  /** How many there are. */
  public int countStanding(Caller caller, long number) {
    return books.standing(find(caller, number).id());
  }

  /** The next of them. */
  public List<ChosenPassage> standingAfter(Caller caller, long number, int position) {
    return books.standingAfter(find(caller, number).id(), position);
  }

  /**
   * Takes the turn of dropping passages of a deposit, which {@link #end} gives back.
   *
   * @return when the turn ends at the latest, by which it is known; empty while somebody else has
   *     it
   */
  public Optional<Instant> begin(Caller caller, long number) {
    Instant now = clock.instant();
    Instant until = now.plus(LONGEST_TURN);
    return Optional.of(until).filter(turn -> chain.takeTurn(find(caller, number).id(), now, turn));
  }

  /** Gives back a turn that {@link #begin} gave; harmless when it was over and is another's now. */
  public void end(Caller caller, long number, Instant turn) {
    chain.leaveTurn(find(caller, number).id(), turn);
  }

  /** Notes which deposit takes passages of this one back. */
  public void takingBack(Caller caller, long number, long by) {
    chain.takingBack(find(caller, number).id(), by);
  }

  /** The deposit that takes passages of this one back and isn't decided yet. */
  public Optional<Long> beingTakenBack(Caller caller, long number) {
    return chain
        .takenBackBy(find(caller, number).id())
        .flatMap(deposits::findByNumber)
        .filter(one -> !one.status().decided())
        .map(Deposit::number);
  }

  /** Forgets what is dropped again now; what somebody has changed since it was read stays. */
  public void forget(Caller caller, long number, List<ChosenPassage> dropped) {
    books.forget(find(caller, number).id(), dropped);
  }

  private CorrectionTask task(Deposit deposit) {
    DepositView view = deposit.view();
    return new CorrectionTask(
        deposit.id(),
        deposit.number(),
        deposit.organisation(),
        deposit.sender(),
        deposit.fileName(),
        deposit.sha256().orElseThrow(),
        view.idFlux().orElseThrow(),
        view.certifier().orElseThrow(),
        view.contract().orElseThrow(),
        deposit.attempt().orElseThrow(),
        deposit.status() == DepositStatus.REJECTED,
        deposit.receivedAt(),
        chain.correcting(List.of(deposit.id())).stream()
            .filter(one -> !one.status().decided())
            .map(Deposit::number)
            .findFirst());
  }

  private Deposit find(Caller caller, long number) {
    OrganisationId own = PassageTrial.own(permissions, caller);
    return deposits
        .findByNumber(number)
        .filter(deposit -> deposit.organisation().equals(own))
        .filter(CorrectionLedger::cuttable)
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "deposit " + number));
  }

  /** Whether there are passages to be cut out of it. */
  private static boolean cuttable(Deposit deposit) {
    DepositView view = deposit.view();
    return deposit.kept()
        && deposit.kind() == DepositKind.REAL
        && deposit.status().decided()
        && !deposit.takesBack()
        && deposit.attempt().isPresent()
        && view.idFlux().isPresent()
        && view.certifier().isPresent()
        && view.contract().isPresent();
  }
}
