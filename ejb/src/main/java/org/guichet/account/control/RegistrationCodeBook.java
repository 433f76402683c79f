package org.guichet.account.control;

import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.RegistrationCode;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/** Codes that make first administrators. */
public interface RegistrationCodeBook {
  void add(RegistrationCode code);

  Optional<RegistrationCode> find(Sha256 hash);

  List<RegistrationCode> of(OrganisationId organisation);
}
