package org.guichet.cli.administration;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** What the server said: its envelope, {@code {"outcome", "code", "messages", "rows"}}. */
record Reply(JsonObject envelope) {
  /** Whether it is as it was asked for: done now, or so already. */
  boolean good() {
    String outcome = envelope.getString("outcome", "");
    return outcome.equals("done") || outcome.equals("unchanged");
  }

  List<String> messages() {
    return envelope.getJsonArray("messages").getValuesAs(JsonString::getString);
  }

  List<JsonObject> rows() {
    return envelope.getJsonArray("rows").getValuesAs(JsonObject.class);
  }
}
