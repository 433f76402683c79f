package org.guichet.deposit.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;
import org.jspecify.annotations.Nullable;

/** Findings as they lie in a verdict row: code and arguments, never a text of ours. */
final class FindingsJson {
  /** Once: looking for it takes longer than writing a row. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private FindingsJson() {}

  /** Null when there are none, so that a good passage's row stays small. */
  static @Nullable String write(List<Finding> findings) {
    if (findings.isEmpty()) {
      return null;
    }
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (Finding finding : findings) {
      JsonObjectBuilder object =
          JSON.createObjectBuilder()
              .add("code", finding.code().name())
              .add("severity", finding.severity().name())
              .add("line", finding.line())
              .add("column", finding.column())
              .add("path", finding.path());
      if (finding.value() != null) {
        object.add("value", finding.value());
      }
      array.add(object.add("arguments", JSON.createArrayBuilder(finding.arguments())));
    }
    return array.build().toString();
  }

  static List<Finding> read(@Nullable String json) {
    List<Finding> findings = new ArrayList<>();
    if (json != null) {
      try (JsonReader reader = JSON.createReader(new StringReader(json))) {
        JsonArray array = reader.readArray();
        for (JsonObject finding : array.getValuesAs(JsonObject.class)) {
          findings.add(read(finding));
        }
      }
    }
    return findings;
  }

  private static Finding read(JsonObject finding) {
    return new Finding(
        FindingCode.valueOf(finding.getString("code")),
        Severity.valueOf(finding.getString("severity")),
        finding.getInt("line"),
        finding.getInt("column"),
        finding.getString("path"),
        finding.getString("value", null),
        finding.getJsonArray("arguments").getValuesAs(JsonString::getString));
  }
}
