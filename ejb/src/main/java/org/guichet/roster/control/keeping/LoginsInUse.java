package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.platform.control.BulkInsert;

/** Logins of accounts, of people, and those that other imports' plans reserve. */
@Dependent
public class LoginsInUse {
  private static final int STEP = 50;
  private static final int AT_ONCE = 5_000;
  private static final String WANTED = "unnest(cast(? as varchar array)) w (wanted)";
  private static final List<String> WHERE =
      List.of(
          "select login from " + WANTED + " join account on login = wanted",
          "select login from " + WANTED + " join person on login = wanted",
          "select wanted from "
              + WANTED
              + " where (select count(*) from roster_login l"
              + " join roster_import i on i.plan = l.plan where l.login = wanted"
              + " and i.state in ('PLANNED', 'APPLYING') and i.id <> ?) > 0");

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public LoginsInUse() {}

  public LoginsInUse(EntityManager em) {
    this.em = em;
  }

  /**
   * Which logins are taken of those that begin with one of {@code bases} and go on with a number,
   * or not at all.
   *
   * @param owner the import for which logins are looked for: its own plan reserves nothing
   */
  public Set<String> among(Collection<String> bases, UUID owner) {
    Set<String> taken = new HashSet<>(find(bases, owner));
    Set<String> full = new HashSet<>(bases);
    full.retainAll(taken);
    // Of few bases is the first one taken; of even fewer are the next fifty.
    for (int from = 2; !full.isEmpty(); from += STEP) {
      int first = from;
      Set<String> numbered =
          find(full.stream().flatMap(base -> numbered(base, first)).toList(), owner);
      taken.addAll(numbered);
      full.removeIf(base -> !numbered.containsAll(numbered(base, first).toList()));
    }
    return taken;
  }

  /** Keeps these for a plan, as long as its import stands at it. */
  public void reserve(UUID plan, Collection<String> logins) {
    List<String> sorted = new ArrayList<>(logins);
    Collections.sort(sorted); // so that the index is filled from left to right
    try {
      BulkInsert insert =
          new BulkInsert(em.unwrap(Connection.class), "roster_login", "login varchar", "plan uuid");
      for (int first = 0; first < sorted.size(); first += AT_ONCE) {
        for (String login : sorted.subList(first, Math.min(sorted.size(), first + AT_ONCE))) {
          insert.add(login, plan);
        }
        insert.execute();
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static Stream<String> numbered(String base, int first) {
    return IntStream.range(first, first + STEP).mapToObj(number -> base + number);
  }

  private Set<String> find(Collection<String> wanted, UUID owner) {
    Connection connection = em.unwrap(Connection.class);
    Set<String> found = new HashSet<>();
    try {
      for (String sql : WHERE) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
          select.setArray(1, connection.createArrayOf("varchar", wanted.toArray()));
          if (sql.contains("<> ?")) {
            select.setObject(2, owner);
          }
          try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(rows.getString(1));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
    return found;
  }
}
