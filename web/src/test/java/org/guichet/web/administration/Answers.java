package org.guichet.web.administration;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a resource answered, and writes what it is sent. */
final class Answers {
  private Answers() {}

  static InputStream body(String json) {
    return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static String outcome(Answer answer) {
    return answer.toJson().getString("outcome");
  }
}
