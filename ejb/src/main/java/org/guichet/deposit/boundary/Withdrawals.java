package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.ChosenPassages;
import org.guichet.deposit.entity.CorrectionOutcome;
import org.guichet.deposit.entity.CorrectionTask;
import org.guichet.deposit.entity.WithdrawalChoice;
import org.guichet.deposit.entity.WithdrawalPlan;
import org.guichet.deposit.entity.WithdrawalSheet;
import org.guichet.flux.FluxAction;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;

/**
 * Takes accepted passages of a deposit back: drops a file that names them, with what its own file
 * says of them, by the way of every drop. For those who may drop for its sender.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Withdrawals {
  /** More than anybody mends by hand. */
  public static final int MOST_ANEW = 500;

  @Inject CorrectionLedger ledger;
  @Inject CorrectionDrop drop;

  /** What can be taken back. */
  public WithdrawalSheet view(Caller caller, long number, PageRequest part) {
    CorrectionTask task = ledger.task(caller, number);
    return new WithdrawalSheet(
        task,
        ledger.standing(caller, number, part),
        ledger.countStanding(caller, number),
        ledger.beingTakenBack(caller, number));
  }

  /** What a choice comes to; nothing is done. */
  public WithdrawalPlan plan(Caller caller, long number, WithdrawalChoice choice) {
    CorrectionTask task = ledger.task(caller, number);
    Set<String> unknown = new HashSet<>(choice.idTechniques());
    List<ChosenPassage> first = new ArrayList<>();
    int many = 0;
    ChosenPassages chosen = chosen(caller, number, choice);
    for (List<ChosenPassage> part = chosen.after(0);
        !part.isEmpty();
        part = chosen.after(part.get(part.size() - 1).position())) {
      many += part.size();
      part.stream().limit(MOST_ANEW - first.size()).forEach(first::add);
      part.forEach(passage -> passage.idTechnique().ifPresent(unknown::remove));
    }
    return new WithdrawalPlan(task, many, first, unknown.stream().sorted().toList());
  }

  private ChosenPassages chosen(Caller caller, long number, WithdrawalChoice choice) {
    ChosenPassages standing = position -> ledger.standingAfter(caller, number, position);
    return standing.only(choice::takes);
  }

  /**
   * Takes them back. While an earlier file that takes passages of the deposit back isn't decided,
   * nothing is: what both name would be refused in the second.
   *
   * @param anew whether they are to be declared once more: then they are opened in the correction
   *     of the deposit; {@value #MOST_ANEW} at most
   * @param editor name of who does it, as others are told
   */
  public CorrectionOutcome takeBack(
      Caller caller, long number, WithdrawalChoice choice, boolean anew, String editor)
      throws IOException {
    Optional<Instant> turn = ledger.begin(caller, number);
    if (turn.isEmpty()) {
      return new CorrectionOutcome.Pending(Optional.empty());
    }
    try {
      Optional<Long> before = ledger.beingTakenBack(caller, number);
      return before.isPresent()
          ? new CorrectionOutcome.Pending(before)
          : takeBackAlone(caller, number, choice, anew, editor);
    } finally {
      ledger.end(caller, number, turn.get());
    }
  }

  private CorrectionOutcome takeBackAlone(
      Caller caller, long number, WithdrawalChoice choice, boolean anew, String editor)
      throws IOException {
    WithdrawalPlan plan = plan(caller, number, choice);
    CorrectionOutcome outcome =
        drop.drop(
            caller,
            plan.task(),
            chosen(caller, number, choice),
            FluxAction.SUPPRESSION,
            Optional.empty());
    if (outcome instanceof CorrectionOutcome.Dropped dropped) {
      ledger.takingBack(caller, number, dropped.number());
      if (anew) {
        ledger.declareAnew(
            caller, number, editor, plan.first().stream().map(ChosenPassage::position).toList());
      }
    }
    return outcome;
  }
}
