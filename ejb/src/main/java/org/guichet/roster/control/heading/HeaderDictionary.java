package org.guichet.roster.control.heading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;

/** Which headers mean what; {@code headers.properties}, and what a deployment adds to it. */
public final class HeaderDictionary {
  private static final String RESOURCE = "/org/guichet/roster/headers.properties";
  private static final String ALL = "all";
  private static final HeaderDictionary SHIPPED = shippedOne();

  private final Map<Profile, Map<String, RosterField>> fields;
  private final Map<Profile, Map<RosterField, String>> titles;

  private HeaderDictionary(
      Map<Profile, Map<String, RosterField>> fields,
      Map<Profile, Map<RosterField, String>> titles) {
    this.fields = fields;
    this.titles = titles;
  }

  /** The one that comes with Guichet. */
  public static HeaderDictionary shipped() {
    return SHIPPED;
  }

  private static HeaderDictionary shippedOne() {
    try (InputStream in = HeaderDictionary.class.getResourceAsStream(RESOURCE)) {
      Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
      return new HeaderDictionary(empty(), empty()).with(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <K, V> Map<Profile, Map<K, V>> empty() {
    Map<Profile, Map<K, V>> empty = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      empty.put(profile, new LinkedHashMap<>());
    }
    return empty;
  }

  /**
   * This one and more.
   *
   * @param more in the form of {@code headers.properties}; its words go before those that are known
   * @throws IllegalArgumentException for a key that is no profile and field, which it names
   */
  public HeaderDictionary with(Reader more) throws IOException {
    Properties lines = new Properties();
    lines.load(more);
    HeaderDictionary both = new HeaderDictionary(copy(fields), copy(titles));
    for (boolean general : new boolean[] {true, false}) { // a profile's own words come last and win
      for (String key : lines.stringPropertyNames()) {
        if (key.startsWith(ALL + ".") == general) {
          both.add(key, lines.getProperty(key));
        }
      }
    }
    return both;
  }

  private static <K, V> Map<Profile, Map<K, V>> copy(Map<Profile, Map<K, V>> maps) {
    Map<Profile, Map<K, V>> copy = new EnumMap<>(Profile.class);
    maps.forEach((profile, map) -> copy.put(profile, new LinkedHashMap<>(map)));
    return copy;
  }

  private void add(String key, String headers) {
    int dot = key.indexOf('.');
    String who = key.substring(0, Math.max(dot, 0));
    RosterField field = RosterField.valueOf(key.substring(dot + 1));
    for (Profile profile : Profile.values()) {
      if (who.equals(ALL) || profile == Profile.valueOf(who.toUpperCase(Locale.ROOT))) {
        for (String header : headers.split(",", -1)) {
          fields(profile).put(HeaderWord.normal(header), field);
          titles(profile).putIfAbsent(field, header.strip());
        }
      }
    }
  }

  private Map<String, RosterField> fields(Profile profile) {
    return Objects.requireNonNull(fields.get(profile));
  }

  private Map<RosterField, String> titles(Profile profile) {
    return Objects.requireNonNull(titles.get(profile));
  }

  /** What a header of such a file means, in its normal form. */
  Optional<RosterField> meaning(Profile profile, String normal) {
    return Optional.ofNullable(fields(profile).get(normal));
  }

  /** Every header such a file may have, in its normal form, with its meaning. */
  Map<String, RosterField> words(Profile profile) {
    return new HashMap<>(fields(profile));
  }

  /** How such a file should call what a field says. */
  public String title(Profile profile, RosterField field) {
    return Objects.requireNonNullElse(titles(profile).get(field), field.name());
  }

  /** What columns of such a file may say, in the order of the fields. */
  public List<RosterField> meanings(Profile profile) {
    return new TreeSet<>(words(profile).values()).stream().toList();
  }

  /** Whether a cell is a header that such a file may have; for finding the row of headers. */
  public boolean knows(Profile profile, String cell) {
    return cell.length() < 60 && NumberedHeader.of(cell, this, profile).field() != null;
  }
}
