package org.guichet.roster.control.keeping;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What classes of files are called, as text. */
public final class LabelText {
  private LabelText() {}

  public static String write(Map<String, String> targets) {
    JsonObjectBuilder object = RosterJson.JSON.createObjectBuilder();
    new TreeMap<>(targets).forEach(object::add);
    return object.build().toString();
  }

  /** By label of the files. */
  public static Map<String, String> read(String json) {
    Map<String, String> targets = new HashMap<>();
    JsonObject object = RosterJson.parse(json);
    object.keySet().forEach(label -> targets.put(label, object.getString(label)));
    return targets;
  }
}
