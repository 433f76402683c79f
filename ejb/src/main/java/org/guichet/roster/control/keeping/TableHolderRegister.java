package org.guichet.roster.control.keeping;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.guichet.flux.register.HolderRegister;
import org.guichet.flux.register.InMemoryHolderRegister;
import org.guichet.flux.register.RegisteredHolder;
import org.guichet.flux.register.Sought;
import org.guichet.platform.entity.OrganisationId;

/**
 * One organisation's people as a register of holders: fetches by digests whoever may be meant, for
 * many at once, and leaves it to the register in memory who is.
 */
public final class TableHolderRegister implements HolderRegister {
  private static final int MOST_AT_ONCE = 500;

  private final HolderTable table;
  private final OrganisationId organisation;
  private final LocalDate today;

  /**
   * Looks people up in the table.
   *
   * @param today those whose last day was before it aren't there any more
   */
  public TableHolderRegister(HolderTable table, OrganisationId organisation, LocalDate today) {
    this.table = table;
    this.organisation = organisation;
    this.today = today;
  }

  @Override
  public Map<Sought, List<RegisteredHolder>> matching(Collection<Sought> sought) {
    return inParts(
        sought,
        part -> {
          Set<RegisteredHolder> people =
              named(part, one -> RegisterKeys.names(one.lastName(), one.firstName()));
          return new InMemoryHolderRegister(people).matching(part);
        });
  }

  @Override
  public Map<Sought, List<RegisteredHolder>> near(Collection<Sought> sought) {
    return inParts(
        sought,
        part -> {
          Set<RegisteredHolder> people = new LinkedHashSet<>();
          people.addAll(named(part, one -> RegisterKeys.names(one.lastName(), one.firstName())));
          people.addAll(named(part, one -> RegisterKeys.names(one.firstName(), one.lastName())));
          people.addAll(bornOnTheDay(part));
          people.addAll(born("birth_year_key", part, TableHolderRegister::year));
          return new InMemoryHolderRegister(people).near(part);
        });
  }

  private static long year(Sought one) {
    return RegisterKeys.year(one.lastName(), one.birthYear());
  }

  private Set<RegisteredHolder> bornOnTheDay(List<Sought> sought) {
    Set<Long> digests = new LinkedHashSet<>();
    for (Sought one : sought) {
      Integer month = one.birthMonth();
      Integer day = one.birthDay();
      if (month != null && day != null) {
        digests.add(RegisterKeys.day(one.firstName(), one.birthYear(), month, day));
      }
    }
    return digests.isEmpty() ? Set.of() : table.born(organisation, today, "birth_day_key", digests);
  }

  private Set<RegisteredHolder> named(List<Sought> sought, ToLongFunction<Sought> digest) {
    return table.named(organisation, today, digests(sought, digest));
  }

  private Set<RegisteredHolder> born(
      String column, List<Sought> sought, ToLongFunction<Sought> digest) {
    return table.born(organisation, today, column, digests(sought, digest));
  }

  private static Set<Long> digests(List<Sought> sought, ToLongFunction<Sought> digest) {
    Set<Long> digests = new LinkedHashSet<>();
    sought.forEach(one -> digests.add(digest.applyAsLong(one)));
    return digests;
  }

  private static Map<Sought, List<RegisteredHolder>> inParts(
      Collection<Sought> sought,
      Function<List<Sought>, Map<Sought, List<RegisteredHolder>>> lookUp) {
    List<Sought> all = List.copyOf(sought);
    Map<Sought, List<RegisteredHolder>> found = new HashMap<>();
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      found.putAll(lookUp.apply(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE))));
    }
    return found;
  }
}
