package org.guichet.receipt.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.receipt.entity.Digest;
import org.guichet.receipt.entity.DigestEntry;

/** What readers are to be told once a day, and which digests there were. */
public interface Digests {
  void note(DigestEntry entry);

  /** Readers who are to be told of something noted before {@code until}, and weren't told then. */
  List<Due> due(Instant until);

  /** A reader of an organisation. */
  record Due(OrganisationId organisation, UUID recipient) {}

  /**
   * Begins a digest, and takes into it all that its reader is to be told of that was noted before
   * its time. A second digest of the same reader and time fails, at the latest at the commit.
   *
   * @return what it tells, in the order in which it was noted
   */
  List<DigestEntry> take(Digest digest);

  /**
   * Removes so many digests at most that were sent before then, with what they told.
   *
   * @return how many
   */
  int removeBefore(Instant until, int most);

  /** Forgets what a reader was to be told. */
  int forget(UUID recipient);
}
