package org.guichet.flux.cli;

import java.util.Map;
import java.util.TreeMap;
import org.guichet.flux.Severities;
import org.guichet.flux.analysis.Mode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words that options take. */
final class OptionValues {
  private OptionValues() {}

  private static <T> T named(String word, Map<String, T> values) {
    @Nullable T value = values.get(word);
    if (value == null) {
      throw new TypeConversionException(
          "« " + word + " » : " + String.join(" | ", new TreeMap<>(values).keySet()));
    }
    return value;
  }

  /** Of {@code --mode}. */
  static final class OfMode implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String word) {
      return named(word, Map.of("strict", Mode.STRICT, "by-passage", Mode.BY_PASSAGE));
    }
  }

  /** Of {@code --format}. */
  static final class OfFormat implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      return named(
          word,
          Map.of(
              "text", Format.TEXT,
              "json", Format.JSON,
              "xml", Format.XML,
              "csv", Format.CSV,
              "rapport", Format.RAPPORT));
    }
  }

  /** Of {@code --checks}. */
  static final class OfChecks implements ITypeConverter<Severities> {
    @Override
    public Severities convert(String word) {
      try {
        return Severities.parse(word);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("« " + e.getMessage() + " »");
      }
    }
  }

  /** Of {@code --lang}. */
  static final class OfLanguage implements ITypeConverter<Language> {
    @Override
    public Language convert(String word) {
      return named(word, Map.of("fr", Language.FRENCH, "en", Language.ENGLISH));
    }
  }
}
