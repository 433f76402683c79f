package org.guichet.organisation.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;

/** The keys of all organisations, stopped ones included. */
public interface SftpKeys {
  void add(SftpKey key);

  Optional<SftpKey> find(KeyId id);

  /** To be changed: clients sign in with one key many times at once, and it may be stopped then. */
  Optional<SftpKey> lock(KeyId id);

  Optional<SftpKey> findByName(OrganisationId organisation, String name);

  /** To be changed. */
  Optional<SftpKey> lockByName(OrganisationId organisation, String name);

  Optional<SftpKey> findByFingerprint(OrganisationId organisation, String fingerprint);

  /** An organisation's, by name. */
  List<SftpKey> of(OrganisationId organisation);

  /** Of all organisations, those of {@link SftpKey#toRemind}, the first to end first. */
  List<SftpKey> toRemind(int days, Instant now, int most);
}
