package org.guichet.roster.control.keeping;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.guichet.roster.entity.Candidate;
import org.guichet.roster.entity.FieldChange;
import org.guichet.roster.entity.MatchReason;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterSeverity;
import org.guichet.roster.entity.RowRef;
import org.jspecify.annotations.Nullable;

/** Values of the roster as they lie in rows: codes and arguments, never a text of ours. */
final class RosterJson {
  /** Once: looking for it takes longer than writing a row. */
  static final JsonProvider JSON = JsonProvider.provider();

  private RosterJson() {}

  static JsonObject parse(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  static <E extends Enum<E>> JsonObjectBuilder texts(Map<E, String> values) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    values.forEach((key, value) -> object.add(key.name(), value));
    return object;
  }

  static Map<RosterField, String> fields(@Nullable JsonObject object) {
    Map<RosterField, String> values = new EnumMap<>(RosterField.class);
    if (object != null) {
      object.keySet().forEach(key -> values.put(RosterField.valueOf(key), object.getString(key)));
    }
    return values;
  }

  static <T> JsonArrayBuilder array(Collection<T> values, Function<T, JsonObjectBuilder> writing) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    values.forEach(value -> array.add(writing.apply(value)));
    return array;
  }

  static JsonArrayBuilder strings(Collection<?> values) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  static <T> List<T> list(
      JsonObject object, String name, Function<? super JsonObject, ? extends T> reading) {
    List<T> values = new ArrayList<>();
    JsonArray array = object.getJsonArray(name);
    if (array != null) {
      for (JsonValue value : array) {
        values.add(reading.apply(value.asJsonObject()));
      }
    }
    return values;
  }

  static List<String> strings(JsonObject object, String name) {
    JsonArray array = object.getJsonArray(name);
    return array == null ? List.of() : array.getValuesAs(JsonString::getString);
  }

  static List<UUID> ids(JsonObject object, String name) {
    return strings(object, name).stream().map(UUID::fromString).toList();
  }

  static JsonObjectBuilder finding(RosterFinding finding) {
    JsonObjectBuilder object =
        JSON.createObjectBuilder()
            .add("code", finding.code().name())
            .add("severity", finding.severity().name())
            .add("line", finding.line())
            .add("value", finding.value())
            .add("arguments", strings(finding.arguments()));
    RosterField field = finding.field();
    if (field != null) {
      object.add("field", field.name());
    }
    return object;
  }

  static RosterFinding finding(JsonObject object) {
    String field = object.getString("field", "");
    return new RosterFinding(
        RosterCode.valueOf(object.getString("code")),
        RosterSeverity.valueOf(object.getString("severity")),
        object.getJsonNumber("line").longValue(),
        field.isEmpty() ? null : RosterField.valueOf(field),
        object.getString("value"),
        strings(object, "arguments"));
  }

  static JsonObjectBuilder change(FieldChange change) {
    return JSON.createObjectBuilder()
        .add("field", change.field().name())
        .add("before", change.before())
        .add("after", change.after());
  }

  static FieldChange change(JsonObject object) {
    return new FieldChange(
        RosterField.valueOf(object.getString("field")),
        object.getString("before"),
        object.getString("after"));
  }

  static JsonObjectBuilder candidate(Candidate candidate) {
    return JSON.createObjectBuilder()
        .add("person", candidate.person().toString())
        .add("reason", candidate.reason().name())
        .add("lastName", candidate.lastName())
        .add("firstName", candidate.firstName())
        .add("birthDate", candidate.birthDate())
        .add("login", candidate.login());
  }

  static Candidate candidate(JsonObject object) {
    return new Candidate(
        UUID.fromString(object.getString("person")),
        MatchReason.valueOf(object.getString("reason")),
        object.getString("lastName"),
        object.getString("firstName"),
        object.getString("birthDate"),
        object.getString("login"));
  }

  static JsonObjectBuilder ref(RowRef ref) {
    return JSON.createObjectBuilder().add("file", ref.file()).add("line", ref.line());
  }

  static RowRef ref(JsonObject object) {
    return new RowRef(object.getInt("file"), object.getJsonNumber("line").longValue());
  }
}
