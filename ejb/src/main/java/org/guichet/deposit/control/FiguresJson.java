package org.guichet.deposit.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.Figures;
import org.guichet.flux.Dimension;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;

/** Figures as they lie in a row: codes and counts. */
final class FiguresJson {
  private static final JsonProvider JSON = JsonProvider.provider();

  private FiguresJson() {}

  static String write(Figures figures) {
    JsonArrayBuilder causes = JSON.createArrayBuilder();
    for (CauseCount cause : figures.causes()) {
      causes.add(
          JSON.createObjectBuilder()
              .add("code", cause.code().name())
              .add("severity", cause.severity().name())
              .add("passages", cause.passages()));
    }
    JsonObjectBuilder faulty = JSON.createObjectBuilder();
    new TreeMap<>(figures.faulty()).forEach((which, count) -> faulty.add(which.name(), count));
    return JSON.createObjectBuilder()
        .add("passages", figures.passages())
        .add("causes", causes)
        .add("faulty", faulty)
        .build()
        .toString();
  }

  static Figures read(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      List<CauseCount> causes =
          object.getJsonArray("causes").getValuesAs(JsonObject.class).stream()
              .map(
                  cause ->
                      new CauseCount(
                          FindingCode.valueOf(cause.getString("code")),
                          Severity.valueOf(cause.getString("severity")),
                          cause.getInt("passages")))
              .toList();
      Map<Dimension, Integer> faulty = new EnumMap<>(Dimension.class);
      JsonObject counts = object.getJsonObject("faulty");
      counts.keySet().forEach(key -> faulty.put(Dimension.valueOf(key), counts.getInt(key)));
      return new Figures(object.getInt("passages"), causes, faulty);
    }
  }
}
