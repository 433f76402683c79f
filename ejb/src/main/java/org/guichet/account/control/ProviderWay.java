package org.guichet.account.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;

/**
 * The way of one browser to the provider and back. The browser itself keeps it, closed: nothing is
 * written before somebody has proven something, and any server may be the one to return to.
 *
 * @param state goes to the provider and back with the browser
 * @param nonce comes back in what the provider signs
 * @param verifier proves to the provider that whoever redeems the code is whoever asked for it
 * @param wanted where the person was going
 * @param linkFor the account of somebody who is in and wants to link an identity
 * @param begunAt in whole seconds
 */
public record ProviderWay(
    String state,
    String nonce,
    String verifier,
    String wanted,
    Optional<AccountId> linkFor,
    Instant begunAt) {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final Duration TIME = Duration.ofMinutes(10);

  /** Whether it isn't too long ago. */
  public boolean open(Instant now) {
    return now.isBefore(begunAt.plus(TIME));
  }

  public String write() {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("state", state)
            .add("nonce", nonce)
            .add("verifier", verifier)
            .add("wanted", wanted)
            .add("begunAt", begunAt.getEpochSecond());
    linkFor.ifPresent(account -> json.add("linkFor", account.toString()));
    return json.build().toString();
  }

  public static ProviderWay read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new ProviderWay(
          json.getString("state"),
          json.getString("nonce"),
          json.getString("verifier"),
          json.getString("wanted"),
          Optional.ofNullable(json.getString("linkFor", null))
              .map(account -> new AccountId(UUID.fromString(account))),
          Instant.ofEpochSecond(json.getJsonNumber("begunAt").longValue()));
    }
  }
}
