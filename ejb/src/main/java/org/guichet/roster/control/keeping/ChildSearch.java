package org.guichet.roster.control.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.flux.register.NameFolding;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.ChildCandidate;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.ChildMention;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PersonLine;
import org.guichet.roster.entity.PersonStanding;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;

/**
 * Finds pupils whom the row of a parent may mean: of the same names, else of the same last name; in
 * the files of the import first, then among those known.
 */
public final class ChildSearch {
  private static final int AT_ONCE = 30;
  private static final int SHOWN = 12;

  private final Plans plans;
  private final PeopleList people;
  private final OrganisationId organisation;
  private final UUID plan;
  private final Instant now;

  public ChildSearch(
      Plans plans, PeopleList people, OrganisationId organisation, UUID plan, Instant now) {
    this.plans = plans;
    this.people = people;
    this.organisation = organisation;
    this.plan = plan;
    this.now = now;
  }

  /** The likeliest first: names, then class. */
  public List<ChildCandidate> candidates(ChildMention child, LocalDate today) {
    Map<ChildChoice, ChildCandidate> found = new LinkedHashMap<>();
    Set<UUID> inFiles = new HashSet<>();
    for (String words : wordings(child)) {
      for (PlannedRow row : rows(words)) {
        UUID person = row.person();
        if (person != null) {
          inFiles.add(person);
        }
        found.putIfAbsent(ChildChoice.of(row.ref()), candidate(row));
      }
      for (PersonLine line : known(words, today)) {
        if (!inFiles.contains(line.id())) {
          found.putIfAbsent(ChildChoice.of(line.id()), candidate(line));
        }
      }
    }
    List<ChildCandidate> candidates = new ArrayList<>(found.values());
    candidates.sort(
        Comparator.comparing((ChildCandidate one) -> !same(one.firstName(), child.firstName()))
            .thenComparing(one -> !attends(one, child)));
    return candidates.size() <= SHOWN ? candidates : candidates.subList(0, SHOWN);
  }

  /** What to look for: whole names first, so that a common last name doesn't hide them. */
  private static Set<String> wordings(ChildMention child) {
    Set<String> wordings = new LinkedHashSet<>();
    for (String last : new String[] {child.lastName(), child.usageName()}) {
      if (!last.isBlank()) {
        wordings.add(last + " " + child.firstName());
      }
    }
    for (String last : new String[] {child.lastName(), child.usageName()}) {
      if (!last.isBlank()) {
        wordings.add(last);
      }
    }
    return wordings;
  }

  private List<PlannedRow> rows(String words) {
    PlanQuery query =
        new PlanQuery(
            words,
            Optional.of(Profile.PUPIL),
            Optional.empty(),
            "",
            Optional.empty(),
            new PageRequest(0, AT_ONCE));
    return plans.page(plan, query).rows().stream()
        .filter(
            row ->
                switch (row.operation()) {
                  case CREATE, CHANGE, UNCHANGED -> true;
                  default -> false;
                })
        .toList();
  }

  private List<PersonLine> known(String words, LocalDate today) {
    PeopleQuery query =
        new PeopleQuery(
            words,
            Optional.of(Profile.PUPIL),
            Optional.empty(),
            Optional.of(PersonStanding.ACTIVE),
            Optional.empty(),
            false,
            new PageRequest(0, AT_ONCE));
    return people.page(organisation, query, new PeopleList.Moment(now, today)).rows();
  }

  private static ChildCandidate candidate(PlannedRow row) {
    return new ChildCandidate(
        ChildChoice.of(row.ref()),
        row.value(RosterField.LAST_NAME),
        row.value(RosterField.FIRST_NAME),
        row.value(RosterField.BIRTH_DATE),
        String.join(", ", row.classes()),
        row.login());
  }

  private static ChildCandidate candidate(PersonLine line) {
    return new ChildCandidate(
        ChildChoice.of(line.id()),
        line.lastName(),
        line.firstName(),
        line.birthDate().map(LocalDate::toString).orElse(""),
        line.classes(),
        line.login());
  }

  private static boolean same(String one, String other) {
    return NameFolding.key(one).equals(NameFolding.key(other));
  }

  private static boolean attends(ChildCandidate one, ChildMention child) {
    return child.classes().stream().anyMatch(one.classes()::contains);
  }
}
