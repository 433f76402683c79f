package org.guichet.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.guichet.platform.control.SettingsReader;
import org.guichet.platform.entity.Settings;

/** Settings for tests, read as the real ones are. */
final class SomeSettings {
  private SomeSettings() {}

  static Settings in(Path data, String... namesAndValues) {
    Map<String, String> variables = new HashMap<>();
    variables.put("GUICHET_DATA", data.toString());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      variables.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return SettingsReader.read(SettingsReader.environment(variables));
  }
}
