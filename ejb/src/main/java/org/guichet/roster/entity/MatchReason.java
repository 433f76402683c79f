package org.guichet.roster.entity;

/** Why a row is, or may be, somebody who is known. */
public enum MatchReason {
  CHOSEN,
  EXTERNAL_ID,
  INE,
  NAMES_AND_BIRTH_DATE,
  NAMES,
  /** Of several with these names, the only one with this address, e-mail or telephone. */
  NAMES_AND_CONTACT,
  USAGE_NAME,
  /** The names are the same, the birth date isn't: only ever proposed. */
  OTHER_BIRTH_DATE,
  /** The e-mail and one name are the same: only ever proposed. */
  EMAIL
}
