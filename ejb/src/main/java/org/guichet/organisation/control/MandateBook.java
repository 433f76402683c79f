package org.guichet.organisation.control;

import java.time.Instant;
import java.util.List;
import org.guichet.organisation.entity.Mandate;
import org.guichet.platform.entity.OrganisationId;

/** Every mandate ever granted, revoked ones included. */
public interface MandateBook {
  void add(Mandate mandate);

  /** From one certifier to one depositor, by first day, then in the order of granting. */
  List<Mandate> between(OrganisationId certifier, OrganisationId depositor);

  /** Those that an organisation gave or got, by first day, then in the order of granting. */
  List<Mandate> of(OrganisationId organisation);

  /** Those that an organisation gave or got, or that were revoked, since then; in no order. */
  List<Mandate> changedSince(OrganisationId organisation, Instant since, int most);
}
