package org.guichet.audit.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditView;

/** What was and what is, as JSON: {@code {"before":{…},"after":{…}}}. */
public final class DetailsJson {
  private static final JsonProvider JSON = JsonProvider.provider();

  private DetailsJson() {}

  public static String write(AuditEntry entry) {
    return JSON.createObjectBuilder()
        .add("before", JSON.createObjectBuilder(new TreeMap<String, Object>(entry.before())))
        .add("after", JSON.createObjectBuilder(new TreeMap<String, Object>(entry.after())))
        .build()
        .toString();
  }

  public static AuditView.Values read(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return new AuditView.Values(values(object, "before"), values(object, "after"), false);
    }
  }

  private static Map<String, String> values(JsonObject object, String name) {
    Map<String, String> values = new TreeMap<>();
    object
        .getJsonObject(name)
        .forEach((key, value) -> values.put(key, ((JsonString) value).getString()));
    return values;
  }
}
