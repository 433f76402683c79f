package org.guichet.organisation.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;

/** For tests of rules; {@link SftpKeysContract} keeps it honest. */
public final class InMemorySftpKeys implements SftpKeys {
  private final Map<KeyId, SftpKey> rows = new LinkedHashMap<>();

  @Override
  public void add(SftpKey key) {
    rows.put(key.id(), key);
  }

  @Override
  public Optional<SftpKey> find(KeyId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<SftpKey> lock(KeyId id) {
    return find(id);
  }

  @Override
  public Optional<SftpKey> lockByName(OrganisationId organisation, String name) {
    return findByName(organisation, name);
  }

  @Override
  public Optional<SftpKey> findByName(OrganisationId organisation, String name) {
    return of(organisation).stream().filter(key -> key.name().equals(name)).findFirst();
  }

  @Override
  public Optional<SftpKey> findByFingerprint(OrganisationId organisation, String fingerprint) {
    return of(organisation).stream()
        .filter(key -> key.fingerprint().equals(fingerprint))
        .findFirst();
  }

  @Override
  public List<SftpKey> of(OrganisationId organisation) {
    return rows.values().stream()
        .filter(key -> key.organisation().equals(organisation))
        .sorted(Comparator.comparing(SftpKey::name))
        .toList();
  }

  @Override
  public List<SftpKey> toRemind(int days, Instant now, int most) {
    return rows.values().stream()
        .filter(key -> key.toRemind(days, now))
        .sorted(Comparator.comparing(key -> key.expiresAt().orElseThrow()))
        .limit(most)
        .toList();
  }
}
