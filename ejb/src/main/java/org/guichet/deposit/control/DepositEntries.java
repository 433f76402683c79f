package org.guichet.deposit.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositEntry;
import org.guichet.deposit.entity.DepositFilter;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;

/** The list of all that was dropped. */
public interface DepositEntries {
  List<DepositEntry> page(DepositFilter filter, PageRequest part);

  long count(DepositFilter filter);

  /** Codes of the certifications that attempts met, each in the order of its file. */
  Map<UUID, List<String>> certifications(Collection<UUID> attempts);

  /** What happened to a deposit, in its order. */
  List<DepositHistory> steps(DepositId deposit);

  /** The latest real deposit before this one, of the same sender, whose passages were judged. */
  Optional<Deposit> before(Deposit deposit);

  /** Those that took a deposit up again, in their order. */
  List<Deposit> resuming(DepositId deposit);

  /** Whether an organisation ever dropped a file that calls itself so. */
  boolean dropped(OrganisationId organisation, String idFlux);

  /** Where in its file, in bytes, the last passage ends that an attempt wrote; 0 before any. */
  long readTo(UUID attempt);
}
