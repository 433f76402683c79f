package org.guichet.platform.entity;

import java.util.Optional;

/**
 * One thing that is wrong with the settings.
 *
 * @param variable the environment variable, also one that no setting has
 * @param value as it was given; empty for a secret, and where nothing was given
 * @param problem what is wrong with it
 * @param expected what would be right
 */
public record SettingMistake(
    String variable, Optional<String> value, String problem, String expected) {

  public static SettingMistake in(Setting setting, Optional<String> value, String problem) {
    Optional<String> shown = setting.secret() ? Optional.empty() : value;
    return new SettingMistake(setting.variable(), shown, problem, setting.expected());
  }

  /** One line: {@code GUICHET_SFTP_PORT=no: is not a whole number. Expected: …}. */
  @Override
  public String toString() {
    String given = value.map(v -> "=" + v).orElse("");
    return variable + given + ": " + problem + ". Expected: " + expected;
  }
}
