package org.guichet.organisation.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.SftpSession;
import org.guichet.platform.entity.OrganisationId;

/** Sessions over SFTP, wherever they are open. */
public interface SftpSessions {
  void add(SftpSession session);

  Optional<SftpSession> find(UUID id);

  /** An organisation's, the newest first. */
  List<SftpSession> of(OrganisationId organisation);

  /** Nothing happens when it isn't there. */
  void remove(UUID id);

  /**
   * Removes those that a server's earlier runs held.
   *
   * @return how many
   */
  int removeEarlierRuns(String node, String thisRun);
}
