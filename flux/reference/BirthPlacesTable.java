import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the table of towns that the content checks look places of birth up in, from the communes of
 * the npm package {@code @etalab/decoupage-administratif}. README.md beside this file says how to
 * fetch the package and how to run this.
 *
 * <p>One line per code and name, sorted: {@code code;name;postal codes;belongs to}. The last is the
 * commune of an arrondissement, the chef-lieu of a delegated or associated commune, or the code in
 * force where the line's is a former one, which has no name.
 */
public final class BirthPlacesTable {
  private BirthPlacesTable() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("java BirthPlacesTable.java <communes.json> <birth-places.csv>");
      System.exit(2);
    }
    List<?> communes = (List<?>) new Json(Files.readString(Path.of(arguments[0]))).value();
    Set<String> codes = new HashSet<>();
    for (Object commune : communes) {
      codes.add(text((Map<?, ?>) commune, "code"));
    }
    SortedSet<Line> lines = new TreeSet<>();
    for (Object each : communes) {
      Map<?, ?> commune = (Map<?, ?>) each;
      Line line = line(commune);
      lines.add(line);
      for (String former : texts(commune, "anciensCodes")) {
        if (!codes.contains(former)) {
          lines.add(new Line(former, 1, "", "", line.code()));
        }
      }
    }
    String table = lines.stream().map(Line::text).collect(Collectors.joining());
    Files.writeString(Path.of(arguments[1]), table, UTF_8);
    System.out.println(lines.size() + " lines");
  }

  private static Line line(Map<?, ?> commune) {
    String code = text(commune, "code");
    String above = text(commune, "commune") + text(commune, "chefLieu");
    return new Line(
        code,
        text(commune, "type").equals("commune-actuelle") ? 0 : 1,
        text(commune, "nom"),
        String.join(",", texts(commune, "codesPostaux")),
        above.equals(code) ? "" : above);
  }

  /** Of several names of one code, the one in force comes first: its rank is 0. */
  private record Line(String code, int rank, String name, String postalCodes, String belongsTo)
      implements Comparable<Line> {
    String text() {
      return String.join(";", code, name, postalCodes, belongsTo) + "\n";
    }

    @Override
    public int compareTo(Line other) {
      return (code + rank + text()).compareTo(other.code + other.rank + other.text());
    }
  }

  private static String text(Map<?, ?> object, String key) {
    Object value = object.get(key);
    String text = value == null ? "" : value.toString();
    if (text.contains(";") || text.contains("\n")) {
      throw new IllegalArgumentException("a separator in " + text);
    }
    return text;
  }

  private static List<String> texts(Map<?, ?> object, String key) {
    List<String> texts = new ArrayList<>();
    if (object.get(key) instanceof List<?> values) {
      values.forEach(value -> texts.add(value.toString()));
    }
    return texts;
  }

  /** As much of JSON as the package uses; anything else ends the run. */
  private static final class Json {
    private final String json;
    private int at;

    Json(String json) {
      this.json = json;
    }

    Object value() {
      char first = next();
      if (first == '[') {
        List<Object> list = new ArrayList<>();
        while (!ends(']')) {
          list.add(value());
        }
        return list;
      }
      if (first == '{') {
        Map<String, Object> object = new LinkedHashMap<>();
        while (!ends('}')) {
          String key = (String) value();
          if (next() != ':') {
            throw new IllegalArgumentException("no colon before character " + at);
          }
          object.put(key, value());
        }
        return object;
      }
      if (first == '"') {
        return string();
      }
      int start = at - 1;
      while ("+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(json.charAt(at)) >= 0) {
        at++;
      }
      return json.substring(start, at);
    }

    /** Also skips the comma in front of what follows. */
    private boolean ends(char end) {
      char character = next();
      if (character == end) {
        return true;
      }
      if (character != ',') {
        at--;
      }
      return false;
    }

    private char next() {
      while (Character.isWhitespace(json.charAt(at))) {
        at++;
      }
      return json.charAt(at++);
    }

    private String string() {
      StringBuilder text = new StringBuilder();
      for (char character = json.charAt(at++); character != '"'; character = json.charAt(at++)) {
        if (character == '\\') {
          char escaped = json.charAt(at++);
          if (escaped == 'u') {
            text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
            at += 4;
          } else if ("\"\\/".indexOf(escaped) >= 0) {
            text.append(escaped);
          } else {
            throw new IllegalArgumentException("escape before character " + at);
          }
        } else {
          text.append(character);
        }
      }
      return text.toString();
    }
  }
}
