package org.guichet.assistance.entity;

import java.util.List;

/**
 * Something that a person typed and must mend.
 *
 * @param field the component of the command that holds it, such as {@code email}
 * @param arguments what its text quotes, in the order of {@code {0}}, {@code {1}} …
 */
public record TicketMistake(String field, Code code, List<String> arguments) {
  public TicketMistake {
    arguments = List.copyOf(arguments);
  }

  public static TicketMistake of(String field, Code code, String... arguments) {
    return new TicketMistake(field, code, List.of(arguments));
  }

  /** Which mistake; worded in the bundle {@code assistance} under {@code mistake.<code>}. */
  public enum Code {
    /** Something is asked for here. */
    MISSING,
    /** Arguments: the most characters. */
    TOO_LONG,
    EMAIL_MALFORMED,
    /** Neither a SIRET nor an IDE: a digit is wrong or missing. */
    REGISTRATION_MALFORMED,
    /** Eight letters or digits are expected. */
    MATRICULE_MALFORMED,
    /** No organisation has it. Arguments: matricule. */
    MATRICULE_UNKNOWN,
    /** It names no certifier. Arguments: what was typed. */
    CERTIFIER_UNKNOWN,
    /** There is no number left to propose: one has to be typed. */
    NO_NUMBER_FREE,
    /** The organisation has administrators, who decide themselves. */
    HAS_ADMINISTRATORS,
    /** Requests of this kind are answered and closed, not decided. */
    NOT_DECIDABLE,
    /** Arguments: number. */
    NO_SUCH_REQUEST,
    /** Nothing is written in its thread any more. Arguments: number. */
    REQUEST_OVER,
    /** There is nothing to file. */
    MAIL_EMPTY
  }
}
