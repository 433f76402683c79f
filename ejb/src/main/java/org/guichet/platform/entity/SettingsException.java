package org.guichet.platform.entity;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The settings can't be used. Its message lists every mistake, one a line; no secret is in it. */
public class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<SettingMistake> mistakes;

  public SettingsException(List<SettingMistake> mistakes) {
    super(
        mistakes.stream()
            .map(SettingMistake::toString)
            .collect(Collectors.joining("\n  ", "the settings have mistakes:\n  ", "")));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<SettingMistake> mistakes() {
    return mistakes;
  }
}
