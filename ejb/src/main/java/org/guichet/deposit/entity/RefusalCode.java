package org.guichet.deposit.entity;

import org.guichet.flux.report.Rapport.ErrorType;
import org.guichet.organisation.entity.DepositRight;

/**
 * Why a file is refused as a whole. A number, once given, keeps its meaning for ever. Texts in the
 * bundle {@code refusals}; rows in docs/codes.md.
 */
public enum RefusalCode {
  EMPTY("DEP-301", ErrorType.FICHIER),
  TOO_LARGE("DEP-302", ErrorType.FICHIER),
  WRONG_NAME("DEP-303", ErrorType.FICHIER),
  NOT_XML("DEP-304", ErrorType.FICHIER),
  SCHEMA("DEP-311", ErrorType.XSD),
  UNREADABLE("DEP-312", ErrorType.XSD),
  /** By a content check that settings let refuse whole files. */
  CONTENT("DEP-313", ErrorType.CONTENU),
  TOO_MANY_PASSAGES("DEP-321", ErrorType.LIMITE),
  UNKNOWN_ISSUER("DEP-331", ErrorType.DROITS),
  ISSUER_IS_NOT_SENDER("DEP-332", ErrorType.DROITS),
  SENDER_SUSPENDED("DEP-333", ErrorType.DROITS),
  UNKNOWN_CERTIFIER("DEP-334", ErrorType.DROITS),
  CERTIFIER_SUSPENDED("DEP-335", ErrorType.DROITS),
  WRONG_CONTRACT("DEP-336", ErrorType.DROITS),
  NO_MANDATE("DEP-337", ErrorType.DROITS),
  MANDATE_NOT_IN_FORCE("DEP-338", ErrorType.DROITS),
  /** An operator gave up after technical failures. */
  GIVEN_UP("DEP-341", ErrorType.TECHNIQUE);

  private final String number;
  private final ErrorType type;

  RefusalCode(String number, ErrorType type) {
    this.number = number;
    this.type = type;
  }

  /** The stable code that people and programs are told. */
  public String number() {
    return number;
  }

  /** How the rapport files it. */
  public ErrorType type() {
    return type;
  }

  /** The code for a drop that isn't rightful. */
  public static RefusalCode of(DepositRight.Refusal refusal) {
    return valueOf(refusal.name());
  }
}
