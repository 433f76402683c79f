package org.guichet.notice.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Arguments of a notice as a JSON object of strings. */
public final class ArgumentsJson {
  private ArgumentsJson() {}

  public static String write(Map<String, String> arguments) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(arguments).forEach(object::add);
    return object.build().toString();
  }

  public static Map<String, String> read(String json) {
    Map<String, String> arguments = new TreeMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      object.keySet().forEach(name -> arguments.put(name, object.getString(name)));
    }
    return arguments;
  }
}
