package org.guichet.roster.control.keeping;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.UUID;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a whole, so that it can be had back.
 *
 * @param owner the import that changed them last; null for somebody in a page
 * @param leftAt since when they are pre-deleted; null when they aren't
 */
public record PersonState(
    KnownPerson person,
    @Nullable UUID owner,
    @Nullable Instant leftAt,
    @Nullable LocalDate lastDay) {
  String write() {
    JsonObjectBuilder object =
        RosterJson.JSON
            .createObjectBuilder()
            .add("profile", person.profile().name())
            .add("imported", person.imported())
            .add("login", person.login())
            .add("values", RosterJson.texts(person.values()))
            .add("classes", RosterJson.strings(person.classes()))
            .add("children", RosterJson.strings(person.children()));
    if (owner != null) {
      object.add("owner", owner.toString());
    }
    if (leftAt != null) {
      object.add("leftAt", leftAt.toString());
    }
    if (lastDay != null) {
      object.add("lastDay", lastDay.toString());
    }
    return object.build().toString();
  }

  static PersonState read(UUID id, String json) {
    JsonObject object = RosterJson.parse(json);
    String owner = object.getString("owner", "");
    String left = object.getString("leftAt", "");
    String last = object.getString("lastDay", "");
    return new PersonState(
        new KnownPerson(
            id,
            Profile.valueOf(object.getString("profile")),
            object.getBoolean("imported"),
            !left.isEmpty(),
            RosterJson.fields(object.getJsonObject("values")),
            RosterJson.strings(object, "classes"),
            new HashSet<>(RosterJson.ids(object, "children")),
            object.getString("login")),
        owner.isEmpty() ? null : UUID.fromString(owner),
        left.isEmpty() ? null : Instant.parse(left),
        last.isEmpty() ? null : LocalDate.parse(last));
  }
}
