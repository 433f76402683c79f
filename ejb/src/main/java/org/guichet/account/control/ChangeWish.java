package org.guichet.account.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.guichet.account.entity.PersonName;

/** What an administrator proposes to somebody who belongs to others too. */
public record ChangeWish(PersonName name, String email) {
  private static final JsonProvider JSON = JsonProvider.provider();

  public String write() {
    return JSON.createObjectBuilder()
        .add("given", name.given())
        .add("family", name.family())
        .add("email", email)
        .build()
        .toString();
  }

  public static ChangeWish read(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return new ChangeWish(
          new PersonName(object.getString("given"), object.getString("family")),
          object.getString("email"));
    }
  }
}
