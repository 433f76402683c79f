package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.roster.entity.Departure;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowRef;

/** A plan while its rows come in; a thousand are looked up and decided at once. */
final class PlanInProgress implements ImportRows.Sink {
  private static final int AT_ONCE = 1_000;

  private final ImportRequest request;
  private final KnownPeople known;
  private final PersonKeys keys;
  private final Logins logins;
  private final PlanSink sink;
  private final Figures figures = new Figures();
  private final Set<UUID> matched = new HashSet<>();
  private final Set<UUID> possible = new HashSet<>();
  private final Set<String> namedClasses;
  private final List<ReadPerson> waiting = new ArrayList<>(AT_ONCE);
  private final ChildLinks children;
  private final RowDeciding deciding;
  private int next;

  PlanInProgress(
      ImportRequest request,
      KnownPeople known,
      TakenLogins taken,
      PersonKeys keys,
      Census census,
      PlanSink sink) {
    this.request = request;
    this.known = known;
    this.keys = keys;
    this.sink = sink;
    logins = new Logins(taken);
    namedClasses = census.classes().keySet();
    UUID[] people = new UUID[census.rows()];
    BitSet lost = new BitSet(census.rows());
    children = new ChildLinks(keys, census, people, lost, request.children());
    deciding = new RowDeciding(request, keys, census, children, people, lost, matched, possible);
  }

  @Override
  public void person(ReadPerson person) {
    waiting.add(person);
    if (waiting.size() == AT_ONCE) {
      decide();
    }
  }

  @Override
  public void fileEnds() {
    decide();
  }

  private void decide() {
    Set<String> wanted = new LinkedHashSet<>();
    for (ReadPerson person : waiting) {
      wanted.addAll(keys.lookups(person));
      wanted.addAll(children.unknown(person));
    }
    Map<String, List<KnownPerson>> found = wanted.isEmpty() ? Map.of() : known.having(wanted);
    List<PlanRow> rows = new ArrayList<>(waiting.size());
    for (ReadPerson person : waiting) {
      rows.add(deciding.decide(person, next, found));
      next++;
    }
    waiting.clear();
    Set<String> bases = new LinkedHashSet<>();
    for (PlanRow row : rows) {
      if (row.operation() == Operation.CREATE) {
        bases.add(Logins.base(row.read()));
      }
    }
    logins.prepare(bases);
    for (PlanRow row : rows) {
      boolean made = row.operation() == Operation.CREATE;
      tell(made ? row.named(logins.reserve(Logins.base(row.read()))) : row);
    }
  }

  private void tell(PlanRow row) {
    figures.count(row);
    if (row.read().profile() == Profile.PUPIL) {
      switch (row.operation()) {
        case CREATE, CHANGE, UNCHANGED -> figures.attends(row.read().classes());
        default -> {
          // Attends nothing by this row.
        }
      }
    }
    sink.row(row);
  }

  PlanSummary finish(Map<Integer, List<RosterFinding>> fileFindings) {
    Set<Profile> imported = EnumSet.noneOf(Profile.class);
    request.files().forEach(file -> imported.add(file.profile()));
    for (Profile profile : Profile.values()) {
      boolean leave = request.options().preDelete() && imported.contains(profile);
      if (leave || profile == Profile.PUPIL) {
        remaining(profile, leave);
      }
    }
    return figures.summary(namedClasses, request.options().yearChange(), fileFindings);
  }

  /** Who is in no file. */
  private void remaining(Profile profile, boolean leave) {
    int[] counts = new int[2];
    known.each(
        profile,
        person -> {
          if (person.leaving()) {
            return;
          }
          if (profile == Profile.PUPIL) {
            figures.attended(person);
          }
          counts[1] += person.imported() ? 1 : 0;
          if (matched.contains(person.id()) || possible.contains(person.id())) {
            return;
          }
          if (leave && person.imported()) {
            counts[0]++;
            tell(leaving(person));
          } else if (profile == Profile.PUPIL) {
            figures.attends(person.classes());
          }
        });
    if (leave) {
      figures.departure(new Departure(profile, counts[0], counts[1]));
    }
  }

  private static PlanRow leaving(KnownPerson person) {
    ReadPerson nobody =
        new ReadPerson(
            person.profile(),
            new RowRef(0, 0),
            person.values(),
            person.classes(),
            List.of(),
            List.of());
    return new PlanRow(
        nobody,
        Operation.LEAVE,
        person.id(),
        null,
        false,
        person.login(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of());
  }
}
