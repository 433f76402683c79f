package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guichet.platform.control.BulkInsert;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;

/** Classes in the database. */
@Dependent
public class Classes {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public Classes() {}

  public Classes(EntityManager em) {
    this.em = em;
  }

  /** An organisation's, by label. */
  public Map<String, UUID> all(OrganisationId organisation) {
    Map<String, UUID> classes = new TreeMap<>();
    new SqlText()
        .add(
            "select label, cast(id as varchar(36)) from school_class where organisation = ?",
            organisation.value())
        .rows(em)
        .forEach(row -> classes.put(SqlText.text(row[0]), SqlText.id(SqlText.text(row[1]))));
    return classes;
  }

  public void add(OrganisationId organisation, UUID id, String label, Instant now) {
    new SqlText()
        .add(
            "insert into school_class (id, organisation, label, created_at) values (?, ?, ?, ?)",
            id,
            organisation.value(),
            label,
            now.atOffset(ZoneOffset.UTC))
        .change(em);
  }

  /** Makes several at once; labels by id. */
  public void add(OrganisationId organisation, Map<UUID, String> made, Instant now) {
    try {
      BulkInsert insert =
          new BulkInsert(
              em.unwrap(Connection.class),
              "school_class",
              "id uuid",
              "organisation uuid",
              "label varchar",
              "created_at timestamptz");
      made.forEach(
          (id, label) -> insert.add(id, organisation.value(), label, now.atOffset(ZoneOffset.UTC)));
      insert.execute();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** Who is in it. */
  public List<UUID> members(UUID id) {
    return new SqlText()
            .add("select cast(person as varchar(36)) from person_class where school_class = ?", id)
            .column(em)
            .stream()
            .map(SqlText::id)
            .toList();
  }

  /** Takes classes away; their people lose them. */
  public void remove(Collection<UUID> ids) {
    for (UUID id : ids) {
      new SqlText().add("delete from person_class where school_class = ?", id).change(em);
      new SqlText().add("delete from school_class where id = ?", id).change(em);
    }
  }
}
