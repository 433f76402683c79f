package org.guichet.platform.control;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For columns of ids that may be null: the persistence provider's own converter fails on reading a
 * null UUID. Both databases know UUIDs, so nothing is converted. Applies by itself, so that no
 * entity need know it.
 */
@Converter(autoApply = true)
public class NullableUuidConverter implements AttributeConverter<@Nullable UUID, @Nullable Object> {
  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
    return id;
  }

  @Override
  public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
    return column == null ? null : UUID.fromString(column.toString());
  }
}
