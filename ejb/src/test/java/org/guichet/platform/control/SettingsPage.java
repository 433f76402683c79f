package org.guichet.platform.control;

import java.util.Arrays;
import org.guichet.platform.entity.Setting;

/** Writes docs/settings.md, so that the page says what the code does. */
final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      <!-- Made from the enum Setting. SettingsPageTest compares, and says how to write it anew. -->

      Every setting is an environment variable. `./guichet start` reads them, refuses to start while \
      there are mistakes, and lists all of them at once; a variable that begins with `GUICHET_` and \
      is not in this list is a mistake too. `config/settings.sample.env` is a file to begin with. \
      Passwords are given in the environment only: no command line, log or page ever shows them.

      Durations and periods are written as ISO 8601 has it (`PT10M`, `P30D`), sizes in bytes or \
      with `kB`, `MB`, `GB` of 1024 each. An empty variable counts as not set.
      """;

  private SettingsPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Setting.Section section : Setting.Section.values()) {
      page.append("\n## ").append(section.title()).append("\n\n");
      page.append("| variable | default | what for | what it takes |\n");
      page.append("| --- | --- | --- | --- |\n");
      Arrays.stream(Setting.values())
          .filter(setting -> setting.section() == section)
          .forEach(setting -> page.append(row(setting)));
    }
    return page.toString();
  }

  private static String row(Setting setting) {
    String standard = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s | %s |\n"
        .formatted(setting.variable(), standard, setting.purpose(), setting.expected());
  }
}
