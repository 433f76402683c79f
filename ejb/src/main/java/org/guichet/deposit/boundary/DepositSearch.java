package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.deposit.control.AcceptedKeys;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositView;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;

/** Finds deposits by what people have at hand, and those with something new. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class DepositSearch {
  /** Fewer letters than these would find everything. */
  public static final int SHORTEST_NAME = 3;

  private static final Caller SYSTEM = Caller.system("deposit search");
  private static final String NUMBER = "\\d{1,18}";

  @Inject Deposits deposits;
  @Inject AcceptedKeys keys;
  @Inject OrganisationDirectory directory;
  @Inject Permissions permissions;

  /**
   * Deposits with this number, those in which a passage of this idTechnique stands accepted, and
   * those whose file's name begins so; in that order, the newest first. Letters are taken as they
   * are typed, capitals too: only so an index finds them.
   *
   * @param organisation empty for those who may see all of them
   * @param text of less than {@value #SHORTEST_NAME} letters finds no names
   * @param most how many to list; all are counted
   */
  public Page<DepositView> find(
      Caller caller, Optional<OrganisationId> organisation, String text, int most) {
    organisation.ifPresentOrElse(
        one -> permissions.require(caller, Permission.DEPOSIT_VIEW, one),
        () -> permissions.requireEverywhere(caller, Permission.DEPOSIT_VIEW));
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return new Page<>(List.of(), 0);
    }
    Map<DepositId, Deposit> exact = new LinkedHashMap<>();
    numbered(wanted).ifPresent(deposit -> exact.put(deposit.id(), deposit));
    keys.holding(organisation.flatMap(this::matricule), wanted, most).stream()
        .flatMap(id -> deposits.find(id).stream())
        .forEach(deposit -> exact.put(deposit.id(), deposit));
    exact.values().removeIf(found -> !isOf(organisation, found));
    boolean longEnough = wanted.length() >= SHORTEST_NAME;
    long beside = exact.values().stream().filter(d -> !longEnough || !begins(d, wanted)).count();
    long total = beside + (longEnough ? deposits.countNamed(organisation, wanted) : 0);
    if (longEnough) {
      deposits.named(organisation, wanted, most).forEach(d -> exact.putIfAbsent(d.id(), d));
    }
    return new Page<>(exact.values().stream().limit(most).map(Deposit::view).toList(), total);
  }

  private Optional<Deposit> numbered(String text) {
    return text.matches(NUMBER) ? deposits.findByNumber(Long.parseLong(text)) : Optional.empty();
  }

  private Optional<String> matricule(OrganisationId organisation) {
    return directory
        .find(SYSTEM, organisation)
        .map(OrganisationView::matricule)
        .map(Matricule::value);
  }

  /** Dropped by it, or naming it as certifier: as in the list. */
  private static boolean isOf(Optional<OrganisationId> organisation, Deposit deposit) {
    return organisation.isEmpty()
        || organisation.get().equals(deposit.organisation())
        || organisation.equals(deposit.certifier());
  }

  private static boolean begins(Deposit deposit, String beginning) {
    return deposit.fileName().startsWith(beginning);
  }

  /**
   * Real deposits of an organisation that got their verdict, or broke down, since then; the newest
   * first.
   */
  public List<DepositView> decidedSince(
      Caller caller, OrganisationId organisation, Instant since, int most) {
    permissions.require(caller, Permission.DEPOSIT_VIEW, organisation);
    return deposits.decidedSince(organisation, since, most).stream().map(Deposit::view).toList();
  }
}
