package org.guichet.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words what a register says about somebody whom it doesn't know: which field differs. */
final class IdentityTexts {
  private static final String BUNDLE = "org.guichet.flux.identity";

  private IdentityTexts() {}

  /** A sentence to go on with, behind a blank; empty where there is nothing to say. */
  static String hint(Finding finding, Locale locale) {
    ResourceBundle texts =
        ResourceBundle.getBundle(BUNDLE, locale, new FindingTexts.FrenchOtherwise());
    return switch (finding.code()) {
      case HOLDER_UNKNOWN -> " " + near(finding.arguments(), texts, "near");
      case HOLDER_UNKNOWN_ON_DAY ->
          finding.arguments().isEmpty() ? "" : " " + near(finding.arguments(), texts, "closest");
      case SEVERAL_HOLDERS -> apart(finding.arguments(), texts);
      default -> "";
    };
  }

  private static String near(List<String> arguments, ResourceBundle texts, String key) {
    if (arguments.isEmpty()) {
      return texts.getString("nobody");
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i + 2 < arguments.size(); i += 3) {
      differences.add(
          difference(arguments.get(i), arguments.get(i + 1), arguments.get(i + 2), texts));
    }
    return FindingTexts.filled(
        texts.getString(key), List.of(String.join(texts.getString("separator"), differences)));
  }

  private static String difference(
      String what, String registered, String given, ResourceBundle texts) {
    String name = name(what, texts);
    if (registered.isEmpty() || what.indexOf('/') >= 0) {
      return name;
    }
    String own = "both." + what;
    String key = texts.containsKey(own) ? own : "both";
    return FindingTexts.filled(texts.getString(key), List.of(name, registered, given));
  }

  private static String apart(List<String> arguments, ResourceBundle texts) {
    if (arguments.size() < 2) {
      return "";
    }
    List<String> names =
        arguments.subList(1, arguments.size()).stream().map(what -> name(what, texts)).toList();
    return " "
        + FindingTexts.filled(
            texts.getString("apart"), List.of(String.join(texts.getString("separator"), names)));
  }

  private static String name(String what, ResourceBundle texts) {
    String key = "name." + what.replace('/', '-');
    return texts.containsKey(key) ? texts.getString(key) : what;
  }
}
