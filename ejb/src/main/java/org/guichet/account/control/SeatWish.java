package org.guichet.account.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/**
 * Somebody registered with a registration code: what becomes of it at activation.
 *
 * @param code digest of the registration code
 */
public record SeatWish(OrganisationId organisation, Sha256 code) {
  private static final JsonProvider JSON = JsonProvider.provider();

  public String write() {
    return JSON.createObjectBuilder()
        .add("organisation", organisation.toString())
        .add("code", code.hex())
        .build()
        .toString();
  }

  public static SeatWish read(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return new SeatWish(
          new OrganisationId(UUID.fromString(object.getString("organisation"))),
          new Sha256(object.getString("code")));
    }
  }
}
