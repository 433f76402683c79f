package org.guichet.flux.report;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a JSON text whose members come in a known order. It stands at an event, and refuses
 * everything that the caller doesn't expect there.
 */
final class JsonCursor {
  private final JsonParser json;
  private Event event = Event.VALUE_NULL;

  JsonCursor(InputStream text) throws IOException {
    json = Json.createParser(Utf8.reader(text));
    next();
  }

  boolean at(Event expected) {
    return event == expected;
  }

  void take(Event expected) throws IOException {
    expect(expected);
    next();
  }

  /** Goes on behind the name of this member. */
  void name(String name) throws IOException {
    expect(Event.KEY_NAME);
    if (!name.equals(json.getString())) {
      throw unexpected(name);
    }
    next();
  }

  String text(String name) throws IOException {
    name(name);
    expect(Event.VALUE_STRING);
    String text = ReportValues.text(json.getString());
    next();
    return text;
  }

  @Nullable String textOrNull(String name) throws IOException {
    name(name);
    if (at(Event.VALUE_NULL)) {
      next();
      return null;
    }
    expect(Event.VALUE_STRING);
    String text = ReportValues.text(json.getString());
    next();
    return text;
  }

  int number(String name) throws IOException {
    return ReportValues.number(digits(name));
  }

  long longNumber(String name) throws IOException {
    return ReportValues.longNumber(digits(name));
  }

  double share(String name) throws IOException {
    return ReportValues.share(digits(name));
  }

  boolean flag(String name) throws IOException {
    name(name);
    boolean flag = at(Event.VALUE_TRUE);
    if (!flag) {
      expect(Event.VALUE_FALSE);
    }
    next();
    return flag;
  }

  /** The name of the member at which it stands. */
  String memberName() throws IOException {
    expect(Event.KEY_NAME);
    return json.getString();
  }

  /** As written: making a number of it could take long. */
  private String digits(String name) throws IOException {
    name(name);
    expect(Event.VALUE_NUMBER);
    String digits = json.getString();
    next();
    return digits;
  }

  private void expect(Event expected) throws UnreadableReportException {
    if (event != expected) {
      throw unexpected(expected.name());
    }
  }

  /** The parser takes what the stream throws for a fault of the text. */
  private void next() throws IOException {
    try {
      event = json.hasNext() ? json.next() : Event.VALUE_NULL;
    } catch (JsonException e) {
      if (e.getCause() instanceof IOException failure
          && !(failure instanceof CharacterCodingException)) {
        throw failure;
      }
      throw new UnreadableReportException(e);
    } catch (NoSuchElementException e) {
      throw new UnreadableReportException(e);
    }
  }

  private UnreadableReportException unexpected(String instead) {
    return new UnreadableReportException(
        "This isn't a report: expected "
            + instead
            + " in line "
            + json.getLocation().getLineNumber());
  }
}
