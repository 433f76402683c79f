package org.guichet.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of one bundle in one language, read from the sources as UTF-8. */
record Bundle(Path file, Properties texts) {
  static final List<String> LANGUAGES = List.of("fr", "en");
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)[},]");

  /** Read once: each code asks for its text. */
  private static final Map<String, List<Bundle>> ALL =
      LANGUAGES.stream().collect(Collectors.toMap(language -> language, Bundle::readAll));

  /** Every bundle's file in this language. */
  static List<Bundle> all(String language) {
    return ALL.getOrDefault(language, List.of());
  }

  private static List<Bundle> readAll(String language) {
    return Repository.files(
            path ->
                path.toString().contains("src/main/resources")
                    && path.toString().endsWith("_" + language + ".properties"))
        .stream()
        .map(Bundle::read)
        .toList();
  }

  /** A bundle by its name in the code, such as {@code org.guichet.deposit.refusals}. */
  static Bundle of(String name, String language) {
    String file = name.replace('.', '/') + "_" + language + ".properties";
    return all(language).stream()
        .filter(bundle -> bundle.file().endsWith(file))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + file));
  }

  Bundle in(String language) {
    String name = file.getFileName().toString().replaceFirst("_[a-z]+\\.", "_" + language + ".");
    return read(file.resolveSibling(name));
  }

  private static Bundle read(Path file) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(Repository.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bundle(file, texts);
  }

  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** The text as it stands in the file; fails when there is none. */
  String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new AssertionError(file + " has no text for " + key);
    }
    return text;
  }

  /** The names or numbers of what a text quotes. */
  Set<String> places(String key) {
    return PLACE
        .matcher(text(key))
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return Repository.ROOT.relativize(file).toString();
  }
}
