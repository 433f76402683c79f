package org.guichet.account.entity;

import java.util.List;

/**
 * Something that a person typed and must mend.
 *
 * @param field the component of the command that holds it, such as {@code email}
 * @param arguments what its text quotes, in the order of {@code {0}}, {@code {1}} …
 */
public record AccountMistake(String field, Code code, List<String> arguments) {
  public AccountMistake {
    arguments = List.copyOf(arguments);
  }

  public static AccountMistake of(String field, Code code, String... arguments) {
    return new AccountMistake(field, code, List.of(arguments));
  }

  /** Which mistake; worded in the bundle {@code account} under {@code mistake.<code>}. */
  public enum Code {
    NAME_BLANK,
    /** Arguments: the most characters. */
    NAME_TOO_LONG,
    /** Letters, blanks, hyphens, apostrophes and dots are expected. */
    NAME_ODD,
    EMAIL_MALFORMED,
    /** It is the one that the account has. */
    EMAIL_SAME,
    /** Arguments: language tag. */
    LANGUAGE_UNKNOWN,
    /** Arguments: the fewest characters. */
    PASSWORD_TOO_SHORT,
    /** Arguments: the most characters. */
    PASSWORD_TOO_LONG,
    /** Too easily guessed. */
    PASSWORD_TOO_EASY,
    /** It isn't the present one. */
    PASSWORD_WRONG,
    PROFILES_EMPTY,
    /** Arguments: code. */
    PROFILE_UNKNOWN,
    /** Arguments: code of the profile, code of its service. */
    PROFILE_NOT_CONNECTED,
    /** Arguments: the codes that exclude each other. */
    PROFILES_EXCLUSIVE,
    /** Arguments: code. */
    ROLE_UNKNOWN,
    ROLES_EMPTY,
    /** The organisation would be left without an administrator. */
    LAST_ADMINISTRATOR,
    /** The deployment would be left without an operator. */
    LAST_OPERATOR,
    /** The date lies in the past. */
    EXPIRES_ALREADY,
    /** Nobody does this to the own account. */
    ONESELF,
    /** The account isn't in the state for it. Arguments: name of its state. */
    STATE,
    /** The account belongs to others too, who must not be surprised. */
    OTHERS_TOO,
    /** Wrong, used or too old. */
    CODE_WRONG,
    /** The second factor is compulsory for what the account may do. */
    SECOND_FACTOR_COMPULSORY,
    /** The identity came from the provider too long ago, or was linked meanwhile. */
    IDENTITY_OVER,
    /** Without it, nobody could get in any more. */
    LAST_WAY_IN,
    /**
     * Capitals, digits and hyphens are expected, a letter first. Arguments: the most characters.
     */
    GROUP_CODE_ODD,
    /** Another group has the code, or had it. Arguments: code. */
    GROUP_CODE_TAKEN,
    GROUP_NAME_BLANK,
    /** Arguments: the most characters. */
    GROUP_NAME_TOO_LONG,
    /** Arguments: code. */
    GROUP_SERVICE_UNKNOWN,
    /** Arguments: the codes that exclude each other. */
    ROLES_EXCLUSIVE,
    /** The group would be left without an administrator. */
    LAST_GROUP_ADMINISTRATOR,
    /** Arguments: codes of roles that somebody would hold together though they exclude. */
    GROUP_ROLES_CLASH
  }
}
