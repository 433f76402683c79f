package org.guichet.web.administration;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the command line wrote: the fields of one JSON object. What is missing or isn't what it
 * should be is a {@link MistakeException} that names the field.
 */
final class Fields {
  /** Enough for any key, far too little to hurt. */
  static final int MAX_BYTES = 64 * 1024;

  private final JsonObject object;

  private Fields(JsonObject object) {
    this.object = object;
  }

  static Fields read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new MistakeException("TOO_LARGE", Integer.toString(MAX_BYTES / 1024));
    }
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return new Fields(reader.readObject());
    } catch (JsonException e) {
      throw new MistakeException("NOT_JSON", e);
    }
  }

  /** A text that has to be there; blanks around it don't count. */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> new MistakeException("MISSING", name));
  }

  /** A text that the desk itself misses, together with whatever else is wrong; empty without. */
  String textOrNone(String name) {
    return optionalText(name).orElse("");
  }

  Optional<String> optionalText(String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return Optional.empty();
    }
    return Optional.of(string(name, value)).filter(text -> !text.isEmpty());
  }

  /** A list of texts; empty when it isn't there. */
  List<String> texts(String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
    if (!(value instanceof JsonArray array)) {
      throw new MistakeException("MALFORMED", name);
    }
    return array.stream().map(item -> string(name, item)).toList();
  }

  /** A day as {@code 2026-11-22}. */
  Optional<LocalDate> date(String name) {
    return optionalText(name)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException e) {
                throw new MistakeException("NOT_A_DATE", name, text);
              }
            });
  }

  /** One of an enum's names, in any case of letters, with {@code -} for {@code _}. */
  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return optionalText(name).map(text -> choice(name, text, type));
  }

  static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
    String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
    }
    throw new MistakeException("NOT_A_CHOICE", name, text, written(type));
  }

  /** The names of an enum as people write them: {@code strict, by-passage}. */
  private static String written(Class<? extends Enum<?>> type) {
    return String.join(
        ", ", List.of(type.getEnumConstants()).stream().map(Fields::written).toList());
  }

  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String string(String name, JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString().strip();
    }
    throw new MistakeException("MALFORMED", name);
  }
}
