package org.guichet.organisation.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;

/** For tests of rules; {@link OrganisationsContract} keeps it honest. */
public final class InMemoryOrganisations implements Organisations {
  private final Map<OrganisationId, Organisation> rows = new LinkedHashMap<>();

  @Override
  public void add(Organisation organisation) {
    rows.put(organisation.id(), organisation);
  }

  @Override
  public Optional<Organisation> find(OrganisationId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<Organisation> findByMatricule(Matricule matricule) {
    return rows.values().stream().filter(o -> o.matricule().equals(matricule)).findFirst();
  }

  @Override
  public Optional<Organisation> findByContract(String number) {
    return rows.values().stream().filter(o -> o.holds(number)).findFirst();
  }

  @Override
  public List<Organisation> findAll(Collection<OrganisationId> ids) {
    return rows.values().stream().filter(o -> ids.contains(o.id())).toList();
  }

  @Override
  public List<Organisation> choosingExpiry() {
    return rows.values().stream()
        .filter(o -> o.accountMonths().isPresent())
        .sorted(Comparator.comparing(o -> o.matricule().value()))
        .toList();
  }

  @Override
  public List<Organisation> watchingSilence() {
    return rows.values().stream()
        .filter(o -> o.silenceDays().isPresent())
        .sorted(Comparator.comparing(o -> o.matricule().value()))
        .toList();
  }

  @Override
  public List<Organisation> page(PageRequest page) {
    return rows.values().stream()
        .sorted(Comparator.comparing(o -> o.matricule().value()))
        .skip(page.first())
        .limit(page.size())
        .toList();
  }

  @Override
  public List<Organisation> search(OrganisationQuery query, PageRequest page) {
    return found(query).sorted(order(query)).skip(page.first()).limit(page.size()).toList();
  }

  @Override
  public long count(OrganisationQuery query) {
    return found(query).count();
  }

  private Stream<Organisation> found(OrganisationQuery query) {
    String text = query.text().strip().toLowerCase(Locale.ROOT);
    return rows.values().stream()
        .filter(
            o ->
                (o.matricule().value() + "\n" + o.view().name())
                    .toLowerCase(Locale.ROOT)
                    .contains(text));
  }

  private static Comparator<Organisation> order(OrganisationQuery query) {
    Comparator<Organisation> byMatricule = Comparator.comparing(o -> o.matricule().value());
    Comparator<Organisation> order =
        switch (query.order()) {
          case MATRICULE -> byMatricule;
          case NAME -> Comparator.comparing(o -> o.view().name().toLowerCase(Locale.ROOT));
          case CREATED -> Comparator.comparing(o -> o.view().createdAt());
        };
    return (query.descending() ? order.reversed() : order).thenComparing(byMatricule);
  }

  @Override
  public long count() {
    return rows.size();
  }
}
