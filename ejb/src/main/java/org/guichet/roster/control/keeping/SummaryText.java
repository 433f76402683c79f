package org.guichet.roster.control.keeping;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guichet.roster.entity.ChildFigures;
import org.guichet.roster.entity.ClassFigures;
import org.guichet.roster.entity.Departure;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.jspecify.annotations.Nullable;

/** A plan in figures, as text. */
public final class SummaryText {
  private SummaryText() {}

  public static String write(PlanSummary summary) {
    JsonObjectBuilder operations = RosterJson.JSON.createObjectBuilder();
    summary
        .operations()
        .forEach((profile, counts) -> operations.add(profile.name(), numbers(counts)));
    JsonObjectBuilder files = RosterJson.JSON.createObjectBuilder();
    summary
        .fileFindings()
        .forEach(
            (file, findings) ->
                files.add(file.toString(), RosterJson.array(findings, RosterJson::finding)));
    return RosterJson.JSON
        .createObjectBuilder()
        .add("operations", operations)
        .add("findings", numbers(summary.findings()))
        .add("blocking", RosterJson.strings(summary.blocking()))
        .add("returning", summary.returning())
        .add("departures", RosterJson.array(summary.departures(), SummaryText::departure))
        .add("classes", RosterJson.array(summary.classes(), SummaryText::figures))
        .add("files", files)
        .add("children", children(summary.children()))
        .build()
        .toString();
  }

  public static PlanSummary read(String json) {
    JsonObject object = RosterJson.parse(json);
    Map<Profile, Map<Operation, Integer>> operations = new EnumMap<>(Profile.class);
    JsonObject counts = object.getJsonObject("operations");
    counts
        .keySet()
        .forEach(
            profile ->
                operations.put(
                    Profile.valueOf(profile),
                    numbers(counts.getJsonObject(profile), Operation.class)));
    Map<Integer, List<RosterFinding>> files = new HashMap<>();
    JsonObject found = object.getJsonObject("files");
    found
        .keySet()
        .forEach(
            file ->
                files.put(
                    Integer.valueOf(file), RosterJson.list(found, file, RosterJson::finding)));
    return new PlanSummary(
        operations,
        numbers(object.getJsonObject("findings"), RosterCode.class),
        RosterJson.strings(object, "blocking").stream()
            .map(RosterCode::valueOf)
            .collect(Collectors.toSet()),
        object.getInt("returning"),
        RosterJson.list(object, "departures", SummaryText::departure),
        RosterJson.list(object, "classes", SummaryText::figures),
        files,
        children(object.getJsonObject("children")));
  }

  private static <E extends Enum<E>> JsonObjectBuilder numbers(Map<E, Integer> counts) {
    JsonObjectBuilder object = RosterJson.JSON.createObjectBuilder();
    counts.forEach((key, count) -> object.add(key.name(), count));
    return object;
  }

  private static <E extends Enum<E>> Map<E, Integer> numbers(JsonObject object, Class<E> type) {
    Map<E, Integer> counts = new EnumMap<>(type);
    object.keySet().forEach(key -> counts.put(Enum.valueOf(type, key), object.getInt(key)));
    return counts;
  }

  private static JsonObjectBuilder children(ChildFigures figures) {
    return RosterJson.JSON
        .createObjectBuilder()
        .add("named", figures.named())
        .add("missing", figures.missing())
        .add("alone", figures.alone());
  }

  /** None of a plan that was made before they were counted. */
  private static ChildFigures children(@Nullable JsonObject object) {
    return object == null
        ? ChildFigures.NONE
        : new ChildFigures(
            object.getInt("named"), object.getInt("missing"), object.getInt("alone"));
  }

  private static JsonObjectBuilder departure(Departure departure) {
    return RosterJson.JSON
        .createObjectBuilder()
        .add("profile", departure.profile().name())
        .add("leaving", departure.leaving())
        .add("known", departure.known());
  }

  private static Departure departure(JsonObject object) {
    return new Departure(
        Profile.valueOf(object.getString("profile")),
        object.getInt("leaving"),
        object.getInt("known"));
  }

  private static JsonObjectBuilder figures(ClassFigures figures) {
    return RosterJson.JSON
        .createObjectBuilder()
        .add("label", figures.label())
        .add("before", figures.before())
        .add("after", figures.after())
        .add("named", figures.named())
        .add("goes", figures.goes());
  }

  private static ClassFigures figures(JsonObject object) {
    return new ClassFigures(
        object.getString("label"),
        object.getInt("before"),
        object.getInt("after"),
        object.getBoolean("named"),
        object.getBoolean("goes"));
  }
}
