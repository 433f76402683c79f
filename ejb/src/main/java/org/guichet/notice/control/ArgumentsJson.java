package org.guichet.notice.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.notice.entity.KeptArguments;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.PostedNotice;

/** What the texts of a notice quote as JSON. */
public final class ArgumentsJson {
  /** Once: looking for it takes longer than reading a row. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private ArgumentsJson() {}

  /** The form in which it is kept. */
  public static KeptArguments write(Notice notice) {
    String rows = null;
    if (!notice.rows().isEmpty()) {
      JsonArrayBuilder array = JSON.createArrayBuilder();
      notice.rows().forEach(row -> array.add(object(row)));
      rows = array.build().toString();
    }
    return new KeptArguments(object(notice.arguments()).build().toString(), rows);
  }

  /** What was posted. */
  public static Notice read(PostedNotice posted) {
    KeptArguments kept = posted.kept();
    Map<String, String> arguments;
    try (JsonReader reader = JSON.createReader(new StringReader(kept.arguments()))) {
      arguments = map(reader.readObject());
    }
    if (kept.rows() == null) {
      return posted.notice(arguments, List.of());
    }
    try (JsonReader reader = JSON.createReader(new StringReader(kept.rows()))) {
      return posted.notice(
          arguments,
          reader.readArray().getValuesAs(JsonObject.class).stream()
              .map(ArgumentsJson::map)
              .toList());
    }
  }

  private static JsonObjectBuilder object(Map<String, String> texts) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    new TreeMap<>(texts).forEach(object::add);
    return object;
  }

  private static Map<String, String> map(JsonObject object) {
    Map<String, String> texts = new TreeMap<>();
    object.keySet().forEach(name -> texts.put(name, object.getString(name)));
    return texts;
  }
}
