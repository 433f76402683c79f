package org.guichet.organisation.entity;

import java.util.List;

/**
 * Something that a person typed and must mend.
 *
 * @param field the component of the command that holds it, such as {@code email}
 * @param arguments what its text quotes, in the order of {@code {0}}, {@code {1}} …
 */
public record Mistake(String field, Code code, List<String> arguments) {
  public Mistake {
    arguments = List.copyOf(arguments);
  }

  public static Mistake of(String field, Code code, String... arguments) {
    return new Mistake(field, code, List.of(arguments));
  }

  /** Which mistake; worded in the bundle {@code organisation} under {@code mistake.<code>}. */
  public enum Code {
    /** Eight letters or digits are expected. Arguments: what was typed. */
    MATRICULE_MALFORMED,
    /** Another organisation has it, or the same with other data. Arguments: matricule, name. */
    MATRICULE_TAKEN,
    NAME_BLANK,
    /** Arguments: the most characters. */
    NAME_TOO_LONG,
    /** No argument: an address is personal data. */
    EMAIL_MALFORMED,
    /** Arguments: language tag. */
    LANGUAGE_UNKNOWN,
    /** 1 to 20 characters are expected, without blanks around. Arguments: what was typed. */
    CONTRACT_MALFORMED,
    /** It is another organisation's. Arguments: number. */
    CONTRACT_TAKEN,
    KEY_NAME_BLANK,
    /** Arguments: the most characters. */
    KEY_NAME_TOO_LONG,
    /** Another key of the organisation has the name. Arguments: name. */
    KEY_NAME_TAKEN,
    KEY_WITHOUT_SCOPE,
    /** Its end lies in the past. */
    KEY_EXPIRED_ALREADY,
    /** Neither an address nor a range of such. Arguments: what was typed. */
    KEY_SOURCE_MALFORMED,
    /** Arguments: the most. */
    KEY_SOURCES_TOO_MANY,
    /** The deployment takes keys only. */
    PASSWORDS_NOT_TAKEN,
    KEY_UNREADABLE,
    /** The file holds several keys. */
    KEY_NOT_ALONE,
    /** Somebody pasted the private half: that pair is burnt. */
    KEY_IS_PRIVATE,
    /** Arguments: key type. */
    KEY_TYPE_UNSUPPORTED,
    /** Arguments: bits, bits needed. */
    KEY_TOO_SHORT,
    /** The organisation has the same key under another name. Arguments: that name. */
    KEY_KNOWN_BY_OTHER_NAME,
    /** The same key is there with other scopes or another end. Arguments: name. */
    KEY_DIFFERS,
    /** The key was stopped; it never comes back. Arguments: name. */
    KEY_STOPPED,
    /** Arguments: matricule. */
    CERTIFIER_UNKNOWN,
    /** The organisation has no contract. Arguments: matricule. */
    NOT_A_CERTIFIER,
    /** Arguments: matricule. */
    DEPOSITOR_UNKNOWN,
    /** An organisation needs no mandate for itself. Arguments: matricule. */
    MANDATE_TO_ITSELF,
    /** The last day comes before the first. Arguments: from, until. */
    MANDATE_ENDS_BEFORE_IT_BEGINS,
    /** It would be written to about nothing. */
    RECIPIENT_WITHOUT_RECEIPT,
    /** Arguments: the most characters. */
    LEGAL_NAME_TOO_LONG,
    /** Arguments: the most characters. */
    SEAT_TOO_LONG,
    /** 14 digits whose check digit is right are expected. Arguments: what was typed. */
    SIRET_MALFORMED,
    /** Seven digits and their letter are expected. Arguments: what was typed. */
    UAI_MALFORMED,
    /** {@code CHE-} and nine digits whose check digit is right. Arguments: what was typed. */
    IDE_MALFORMED,
    /** Accounts can't expire then: not at once, not later than elsewhere. Arguments: months. */
    ACCOUNT_MONTHS,
    /** 1 to 365 days are expected. Arguments: what was typed. */
    SILENCE_DAYS
  }
}
