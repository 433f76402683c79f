package org.guichet.deposit.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.Upload;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;

/** Files that aren't deposits yet. */
public interface Uploads {
  void add(Upload upload);

  Optional<Upload> find(DepositId id);

  Optional<Upload> find(OrganisationId organisation, DropFolder folder, String name);

  /** By name. */
  List<Upload> of(OrganisationId organisation, DropFolder folder);

  /** Those that a session of an earlier run of this server had open. */
  List<Upload> openInEarlierRuns(String node, String thisRun);

  /** Those that nobody writes and nobody touched since {@code before}. */
  List<Upload> untouchedSince(Instant before);

  /**
   * Those that nobody writes, the last touched first.
   *
   * @param organisation empty for everybody's
   */
  List<Upload> unfinished(Optional<OrganisationId> organisation, int most);

  void remove(Upload upload);
}
