package org.guichet.organisation.control;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.SftpSession;
import org.guichet.platform.entity.OrganisationId;

/** For tests of rules; {@link SftpSessionsContract} keeps it honest. */
public final class InMemorySftpSessions implements SftpSessions {
  private final Map<UUID, SftpSession> rows = new LinkedHashMap<>();

  @Override
  public void add(SftpSession session) {
    rows.put(session.view().id(), session);
  }

  @Override
  public Optional<SftpSession> find(UUID id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public List<SftpSession> of(OrganisationId organisation) {
    return rows.values().stream()
        .filter(session -> session.organisation().equals(organisation))
        .sorted(Comparator.comparing((SftpSession s) -> s.view().since()).reversed())
        .toList();
  }

  @Override
  public void remove(UUID id) {
    rows.remove(id);
  }

  @Override
  public int removeEarlierRuns(String node, String thisRun) {
    int before = rows.size();
    rows.values().removeIf(s -> s.run().startsWith(node + "/") && !s.run().equals(thisRun));
    return before - rows.size();
  }
}
