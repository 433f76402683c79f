package org.guichet.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.guichet.platform.entity.Permission;

/** Reads {@code rights.properties}: who may call what. */
public final class RightsTable {
  /** Where the rows are, in the class path. */
  public static final String FILE = "rights.properties";

  private RightsTable() {}

  /** All rows, by name. */
  public static List<Row> rows() {
    Properties lines = new Properties();
    try (InputStream file = RightsTable.class.getResourceAsStream("/" + FILE);
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      lines.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stringPropertyNames().stream()
        .sorted()
        .map(method -> row(method, lines.getProperty(method).strip()))
        .toList();
  }

  private static Row row(String method, String line) {
    String[] words = line.split(" ", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    try {
      Row.Rule rule = Row.Rule.valueOf(words[0].toUpperCase(Locale.ROOT));
      return switch (rule) {
        case IN, OWN, EVERYWHERE, REQUEST ->
            new Row(method, rule, Optional.of(Permission.valueOf(rest)), "");
        case PERSON, ANYBODY, INSIDE -> new Row(method, rule, Optional.empty(), rest);
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(FILE + ": " + method + "=" + line, e);
    }
  }
}
