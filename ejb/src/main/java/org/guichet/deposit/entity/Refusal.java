package org.guichet.deposit.entity;

import java.util.List;

/**
 * A file's refusal as a whole.
 *
 * @param arguments what the code's text quotes, in its order
 * @param line where in the file, from 1; 0 when it has no place
 * @param column in the line, from 1; 0 when it has no place
 */
public record Refusal(RefusalCode code, List<String> arguments, int line, int column) {
  public Refusal {
    arguments = List.copyOf(arguments);
  }

  public Refusal(RefusalCode code, String... arguments) {
    this(code, List.of(arguments), 0, 0);
  }
}
