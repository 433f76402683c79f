package org.guichet.organisation.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guichet.organisation.entity.Mandate;
import org.guichet.platform.entity.OrganisationId;

/** For tests of rules; {@link MandateBookContract} keeps it honest. */
public final class InMemoryMandateBook implements MandateBook {
  private static final Comparator<Mandate> ORDER =
      Comparator.comparing(Mandate::from).thenComparing(Mandate::grantedAt);

  private final List<Mandate> rows = new ArrayList<>();

  @Override
  public void add(Mandate mandate) {
    rows.add(mandate);
  }

  @Override
  public List<Mandate> between(OrganisationId certifier, OrganisationId depositor) {
    return rows.stream()
        .filter(m -> m.certifier().equals(certifier) && m.depositor().equals(depositor))
        .sorted(ORDER)
        .toList();
  }

  @Override
  public List<Mandate> of(OrganisationId organisation) {
    return rows.stream()
        .filter(m -> m.certifier().equals(organisation) || m.depositor().equals(organisation))
        .sorted(ORDER)
        .toList();
  }

  @Override
  public List<Mandate> changedSince(OrganisationId organisation, Instant since, int most) {
    return of(organisation).stream()
        .filter(
            mandate ->
                mandate.grantedAt().isAfter(since)
                    || mandate.revokedAt().filter(at -> at.isAfter(since)).isPresent())
        .limit(most)
        .toList();
  }
}
