package org.guichet.roster.control.keeping;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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

  static String write(PlannedRow row) {
    JsonObjectBuilder object =
        RosterJson.JSON.createObjectBuilder().add("values", RosterJson.texts(row.values()));
    if (!row.classes().isEmpty()) {
      object.add("classes", RosterJson.strings(row.classes()));
    }
    if (!row.changes().isEmpty()) {
      object.add("changes", RosterJson.array(row.changes(), RosterJson::change));
    }
    if (!row.children().isEmpty()) {
      object
          .add("children", RosterJson.strings(row.children()))
          .add("childIds", RosterJson.strings(row.childIds()));
    }
    if (!row.candidates().isEmpty()) {
      object.add("candidates", RosterJson.array(row.candidates(), RosterJson::candidate));
    }
    if (!row.findings().isEmpty()) {
      object.add("findings", RosterJson.array(row.findings(), RosterJson::finding));
    }
    MatchReason reason = row.reason();
    if (reason != null) {
      object.add("reason", reason.name());
    }
    RowRef merged = row.mergedInto();
    if (merged != null) {
      object.add("mergedInto", RosterJson.ref(merged));
    }
    if (row.returning()) {
      object.add("returning", true);
    }
    return object.build().toString();
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
