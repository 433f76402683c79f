package org.guichet.it;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Makes up what a method is called with, by the types of its parameters: the organisation wherever
 * one is named, harmless values elsewhere, and null for what can't be made up. A method that judges
 * rights before it looks at anything else never sees the difference.
 */
final class RightsArguments {
  private static final Map<Class<?>, Object> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, "essai"),
          Map.entry(int.class, 10),
          Map.entry(long.class, Long.MAX_VALUE),
          Map.entry(boolean.class, false),
          Map.entry(Instant.class, Instant.EPOCH),
          Map.entry(LocalDate.class, LocalDate.EPOCH),
          Map.entry(Locale.class, Locale.FRENCH),
          Map.entry(List.class, List.of()),
          Map.entry(Set.class, Set.of()),
          Map.entry(Map.class, Map.of()));

  private final OrganisationId organisation;
  private final Matricule matricule;
  private final Map<Class<?>, Supplier<Object>> special;

  /**
   * @param special what to take for these types instead
   */
  RightsArguments(
      OrganisationId organisation, Matricule matricule, Map<Class<?>, Supplier<Object>> special) {
    this.organisation = organisation;
    this.matricule = matricule;
    this.special = special;
  }

  @Nullable Object of(Parameter parameter) {
    return of(parameter.getParameterizedType());
  }

  private @Nullable Object of(Type type) {
    Class<?> raw = raw(type);
    Supplier<Object> made = special.get(raw);
    if (made != null) {
      return made.get();
    }
    if (raw == OrganisationId.class) {
      return organisation;
    }
    if (raw == Matricule.class) {
      return matricule;
    }
    if (raw == Optional.class) {
      return namesOne(type) ? Optional.of(organisation) : Optional.empty();
    }
    if (raw == UUID.class) {
      return UUID.randomUUID();
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    return PLAIN.containsKey(raw) ? PLAIN.get(raw) : raw.isRecord() ? record(raw) : null;
  }

  private static boolean namesOne(Type optional) {
    return optional instanceof ParameterizedType parameterized
        && parameterized.getActualTypeArguments()[0] == OrganisationId.class;
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
  }

  private @Nullable Object record(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    try {
      Constructor<?> whole =
          type.getDeclaredConstructor(
              Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return whole.newInstance(Stream.of(parts).map(part -> of(part.getGenericType())).toArray());
    } catch (ReflectiveOperationException e) {
      return null; // its rules refuse what was made up
    }
  }

  /** An id that nothing has. */
  static DepositId nothing() {
    return new DepositId(UUID.randomUUID());
  }
}
