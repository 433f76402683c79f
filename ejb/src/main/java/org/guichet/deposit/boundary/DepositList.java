package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.control.CorrectionChain;
import org.guichet.deposit.control.DepositEntries;
import org.guichet.deposit.entity.DepositEntry;
import org.guichet.deposit.entity.DepositFilter;
import org.guichet.deposit.entity.DepositRow;
import org.guichet.deposit.entity.DepositStanding;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;

/**
 * Finds among all that was dropped: deposits, duplicates and unfinished uploads, of whoever dropped
 * them or is their certifier.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class DepositList {
  @Inject DepositEntries entries;
  @Inject CorrectionChain chain;
  @Inject Permissions permissions;

  /** A part of what the filter lets through; one without reader is for those who may see all. */
  public Page<DepositRow> search(Caller caller, DepositFilter filter, PageRequest part) {
    permit(permissions, caller, filter.reader());
    List<DepositEntry> found = entries.page(filter, part);
    Map<UUID, List<String>> certifications =
        entries.certifications(found.stream().flatMap(entry -> entry.attempt().stream()).toList());
    Map<UUID, Long> corrected = chain.correctedBy(found.stream().map(DepositEntry::id).toList());
    return new Page<>(
        found.stream()
            .map(
                entry ->
                    entry.row(
                        entry
                            .attempt()
                            .map(a -> certifications.getOrDefault(a, List.of()))
                            .orElse(List.of()),
                        progress(entry),
                        Optional.ofNullable(corrected.get(entry.id()))))
            .toList(),
        entries.count(filter));
  }

  private Optional<Double> progress(DepositEntry entry) {
    return entry.standing() == DepositStanding.CHECKING
        ? entry.attempt().map(attempt -> share(entries.readTo(attempt), entry.size()))
        : Optional.empty();
  }

  /** How much is read; never told as all before it is decided. */
  static double share(long read, long size) {
    return size <= 0 || read <= 0 ? 0 : Math.min(0.99, (double) read / size);
  }

  /** Deposits of a reader are for those who may see its deposits; of all, for whoever may all. */
  static void permit(Permissions permissions, Caller caller, Optional<OrganisationId> reader) {
    reader.ifPresentOrElse(
        one -> permissions.require(caller, Permission.DEPOSIT_VIEW, one),
        () -> permissions.requireEverywhere(caller, Permission.DEPOSIT_VIEW));
  }
}
