package org.guichet.platform.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement that is put together of parts, with its values by number. */
public final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Goes on with {@code part}; each {@code ?} in it stands for the next of {@code arguments}. */
  public SqlText add(String part, Object... arguments) {
    int next = 0;
    for (int i = 0; i < part.length(); i++) {
      char one = part.charAt(i);
      if (one == '?') {
        values.add(arguments[next++]);
        text.append('?').append(values.size());
      } else {
        text.append(one);
      }
    }
    if (next != arguments.length) {
      throw new IllegalArgumentException("There are values without a place in: " + part);
    }
    return this;
  }

  private Query on(EntityManager em) {
    Query query = em.createNativeQuery(text.toString());
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
    return query;
  }

  public int change(EntityManager em) {
    return on(em).executeUpdate();
  }

  @SuppressWarnings("unchecked") // a native query has no result type
  public List<@Nullable Object[]> rows(EntityManager em) {
    return on(em).getResultList();
  }

  @SuppressWarnings("unchecked") // a native query has no result type
  public List<@Nullable Object[]> rows(EntityManager em, int first, int most) {
    return on(em).setFirstResult(first).setMaxResults(most).getResultList();
  }

  /** The first column of all rows. */
  public List<?> column(EntityManager em) {
    return on(em).getResultList();
  }

  public long number(EntityManager em) {
    return number(on(em).getSingleResult());
  }

  /** A sum over no rows is null. */
  public static long number(@Nullable Object sum) {
    return sum == null ? 0 : ((Number) sum).longValue();
  }

  public static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  public static LocalDate day(Object value) {
    return value instanceof LocalDate day ? day : ((Date) value).toLocalDate();
  }

  public static Instant instant(Object value) {
    return value instanceof OffsetDateTime time
        ? time.toInstant()
        : ((Timestamp) value).toInstant();
  }

  public static UUID id(Object value) {
    return UUID.fromString(value.toString());
  }
}
