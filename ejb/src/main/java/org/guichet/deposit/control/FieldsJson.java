package org.guichet.deposit.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values by field as they lie in a draft's row. */
final class FieldsJson {
  /** Once: looking for it takes longer than reading a row. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private FieldsJson() {}

  static String write(Map<String, String> values) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    values.forEach(object::add);
    return object.build().toString();
  }

  /** In the order in which they were written. */
  static Map<String, String> read(String json) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      object.keySet().forEach(field -> values.put(field, object.getString(field)));
    }
    return values;
  }
}
