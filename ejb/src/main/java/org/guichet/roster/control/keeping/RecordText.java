package org.guichet.roster.control.keeping;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.guichet.roster.entity.ClassLink;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.PersonLine;

/** What is kept of somebody as JSON for that person. */
public final class RecordText {
  private RecordText() {}

  /**
   * Writes records.
   *
   * @param keeper the name of the organisation that keeps one
   */
  public static String json(List<PersonCard> records, Function<PersonCard, String> keeper) {
    JsonArrayBuilder array = RosterJson.JSON.createArrayBuilder();
    records.forEach(record -> array.add(json(record).add("organisation", keeper.apply(record))));
    return RosterJson.JSON.createObjectBuilder().add("records", array).build().toString();
  }

  private static JsonObjectBuilder json(PersonCard card) {
    JsonObjectBuilder object =
        RosterJson.JSON
            .createObjectBuilder()
            .add("profile", card.profile().name())
            .add("login", card.login())
            .add("values", RosterJson.texts(card.values()))
            .add(
                "classes",
                RosterJson.strings(card.classes().stream().map(ClassLink::label).toList()))
            .add(
                "children",
                RosterJson.strings(card.children().stream().map(PersonLine::name).toList()))
            .add("createdAt", card.createdAt().toString())
            .add("changedAt", card.changedAt().toString());
    card.lastDay().map(LocalDate::toString).ifPresent(day -> object.add("lastDay", day));
    return object;
  }
}
