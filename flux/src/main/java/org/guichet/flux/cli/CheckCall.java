package org.guichet.flux.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.guichet.flux.Severities;
import org.guichet.flux.analysis.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What the checker is asked for.
 *
 * @param help whether it is to say only how it is called
 * @param files as written; none only for help
 * @param register null where holders aren't looked up
 * @param rejected the folder for what was rejected; null where nothing is extracted
 * @param all whether the text shows every finding
 */
record CheckCall(
    boolean help,
    List<String> files,
    Mode mode,
    Format format,
    Language language,
    @Nullable Path register,
    Severities severities,
    @Nullable Path rejected,
    boolean all) {
  private static final Map<String, Mode> MODES =
      Map.of("strict", Mode.STRICT, "by-passage", Mode.BY_PASSAGE);
  private static final Map<String, Format> FORMATS =
      Map.of(
          "text", Format.TEXT,
          "json", Format.JSON,
          "xml", Format.XML,
          "csv", Format.CSV,
          "rapport", Format.RAPPORT);
  private static final Map<String, Language> LANGUAGES =
      Map.of("fr", Language.FRENCH, "en", Language.ENGLISH);

  /**
   * Reads a call.
   *
   * @param texts what is wrong with it is said in
   * @throws Unusable when it asks for something that there isn't, or for nothing
   */
  static CheckCall of(List<String> arguments, CheckTexts texts) throws Unusable {
    Words words = new Words(parsed(arguments, texts), texts);
    CheckCall call =
        new CheckCall(
            words.has("help"),
            List.copyOf(words.line.getArgList()),
            words.of("mode", "strict", MODES),
            words.of("format", "text", FORMATS),
            words.of("lang", "fr", LANGUAGES),
            words.path("register"),
            words.severities(),
            words.path("rejected"),
            words.has("all"));
    if (call.files.isEmpty() && !call.help) {
      throw wrong(texts, "no-file");
    }
    return call;
  }

  /** The language to speak in when a call can't be understood: the one that it seems to want. */
  static Language language(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--lang=en")
          || (argument.equals("en") && i > 0 && arguments.get(i - 1).equals("--lang"))) {
        return Language.ENGLISH;
      }
    }
    return Language.FRENCH;
  }

  /** All that may stand before or behind the files; {@code help_fr.txt} and its like tell of it. */
  static Options options() {
    Options options = new Options();
    for (String withValue : List.of("mode", "format", "lang", "register", "checks", "rejected")) {
      options.addOption(Option.builder().longOpt(withValue).hasArg().get());
    }
    return options.addOption(null, "all", false, null).addOption("h", "help", false, null);
  }

  private static CommandLine parsed(List<String> arguments, CheckTexts texts) throws Unusable {
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .get()
          .parse(options(), arguments.toArray(String[]::new));
    } catch (UnrecognizedOptionException e) {
      throw wrong(texts, "unknown-option", e.getOption());
    } catch (MissingArgumentException e) {
      throw wrong(texts, "no-value", e.getOption().getLongOpt());
    } catch (ParseException e) {
      throw new IllegalStateException("options of no known kind", e);
    }
  }

  private static Unusable wrong(CheckTexts texts, String what, Object... arguments) {
    return new Unusable(texts.get("call." + what, arguments) + '\n' + texts.get("call.see-help"));
  }

  /** What stands behind options. */
  private record Words(CommandLine line, CheckTexts texts) {
    boolean has(String option) {
      return line.hasOption(option);
    }

    <T> T of(String option, String usual, Map<String, T> values) throws Unusable {
      String word = word(option, usual);
      T value = values.get(word);
      if (value == null) {
        String known = String.join(" | ", new TreeMap<>(values).keySet());
        throw wrong(texts, "wrong-value", option, word, known);
      }
      return value;
    }

    @Nullable Path path(String option) throws Unusable {
      return has(option) ? Path.of(word(option, "")) : null;
    }

    Severities severities() throws Unusable {
      try {
        return Severities.parse(word("checks", ""));
      } catch (IllegalArgumentException e) {
        throw wrong(texts, "wrong-check", word("checks", ""));
      }
    }

    private String word(String option, String usual) throws Unusable {
      String[] words = line.getOptionValues(option);
      if (words != null && words.length > 1) {
        throw wrong(texts, "option-twice", option);
      }
      return words == null ? usual : words[0];
    }
  }
}
