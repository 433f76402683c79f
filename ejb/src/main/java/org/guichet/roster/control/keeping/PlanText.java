package org.guichet.roster.control.keeping;

import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Collection;
import java.util.UUID;
import org.guichet.roster.entity.MatchReason;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RowRef;
import org.jspecify.annotations.Nullable;

/** The part of a plan's row that no column holds. */
final class PlanText {
  private PlanText() {}

  /** As a stream, since there are as many as rows; what is rare is put together before. */
  static String write(PlannedRow row) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = RosterJson.JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStartObject("values");
      row.values().forEach((field, value) -> json.write(field.name(), value));
      json.writeEnd();
      strings(json, "classes", row.classes());
      if (!row.changes().isEmpty()) {
        json.write("changes", RosterJson.array(row.changes(), RosterJson::change).build());
      }
      strings(json, "children", row.children());
      strings(json, "childIds", row.childIds());
      if (!row.candidates().isEmpty()) {
        json.write("candidates", RosterJson.array(row.candidates(), RosterJson::candidate).build());
      }
      if (!row.findings().isEmpty()) {
        json.write("findings", RosterJson.array(row.findings(), RosterJson::finding).build());
      }
      MatchReason reason = row.reason();
      if (reason != null) {
        json.write("reason", reason.name());
      }
      RowRef merged = row.mergedInto();
      if (merged != null) {
        json.write("mergedInto", RosterJson.ref(merged).build());
      }
      if (row.returning()) {
        json.write("returning", true);
      }
      json.writeEnd();
    }
    return text.toString();
  }

  private static void strings(JsonGenerator json, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      json.writeStartArray(name);
      values.forEach(value -> json.write(value.toString()));
      json.writeEnd();
    }
  }

  /** The row whose columns are these. */
  static PlannedRow read(Columns columns, String json) {
    JsonObject object = RosterJson.parse(json);
    String reason = object.getString("reason", "");
    JsonObject merged = object.getJsonObject("mergedInto");
    return new PlannedRow(
        columns.place(),
        columns.ref(),
        columns.profile(),
        columns.operation(),
        columns.person(),
        reason.isEmpty() ? null : MatchReason.valueOf(reason),
        object.getBoolean("returning", false),
        columns.login(),
        RosterJson.fields(object.getJsonObject("values")),
        RosterJson.strings(object, "classes"),
        RosterJson.list(object, "changes", RosterJson::change),
        RosterJson.strings(object, "children"),
        RosterJson.ids(object, "childIds"),
        merged == null ? null : RosterJson.ref(merged),
        RosterJson.list(object, "candidates", RosterJson::candidate),
        RosterJson.list(object, "findings", RosterJson::finding));
  }

  /** What columns hold of it. */
  record Columns(
      long place,
      RowRef ref,
      Profile profile,
      Operation operation,
      @Nullable UUID person,
      String login) {}
}
