package org.guichet.invitation.entity;

import java.util.List;

/**
 * Something in a wish for codes that has to be mended.
 *
 * @param field id of the field
 * @param arguments what its text quotes
 */
public record InvitationMistake(String field, Code code, List<String> arguments) {
  public InvitationMistake {
    arguments = List.copyOf(arguments);
  }

  public static InvitationMistake of(String field, Code code, String... arguments) {
    return new InvitationMistake(field, code, List.of(arguments));
  }

  /** Which mistake; worded in the bundle {@code invitation} under {@code mistake.<code>}. */
  public enum Code {
    /** Arguments: the fewest, the most. */
    COUNT,
    /** Arguments: the fewest days, the most. */
    DAYS,
    RIGHTS_EMPTY,
    /** Arguments: code. */
    RIGHT_UNKNOWN,
    /** Arguments: code of the profile, code of its service. */
    RIGHT_NOT_CONNECTED,
    /** Arguments: the codes that exclude each other. */
    RIGHTS_EXCLUSIVE,
    EMAIL_MALFORMED,
    /** An invitation is mailed for a single code only. */
    EMAIL_FOR_ONE,
    /** Too many were mailed lately: none is. Arguments: how many people are to be invited. */
    MAILED_TOO_OFTEN,
    /** Nobody gets in there. Arguments: the organisation’s name. */
    ORGANISATION_SUSPENDED,
    /** The list has nobody in it. */
    LIST_EMPTY,
    /** Arguments: thousands of bytes at most. */
    LIST_TOO_LARGE,
    /** Arguments: the most people. */
    LIST_TOO_LONG,
    /** Arguments: names of the columns that are missing. */
    LIST_COLUMNS,
    /** Arguments: line. */
    LIST_NAME,
    /** Arguments: line, what stands there. */
    LIST_EMAIL,
    /** Arguments: line, the address, the line where it stood first. */
    LIST_TWICE,
    /** It can’t be read as a table. */
    LIST_UNREADABLE
  }
}
