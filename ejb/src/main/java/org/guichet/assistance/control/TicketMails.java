package org.guichet.assistance.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketMail;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Sha256;

/** Every mail about requests. */
public interface TicketMails {
  void add(TicketMail mail);

  Optional<TicketMail> find(UUID id);

  /** Whether it was kept before. */
  boolean knows(Sha256 digest);

  /** Those that stand in no thread, the oldest first. */
  List<TicketMail> unfiled(PageRequest page);

  long countUnfiled();

  /** Those of a request, filed or not, are gone with it. */
  void removeOf(Ticket ticket);

  /**
   * Removes those that were dealt with otherwise before then.
   *
   * @return how many
   */
  int removeSettledBefore(Instant time, int most);
}
