package org.guichet.roster.entity;

/** What a column of a file of people may say. */
public enum RosterField {
  EXTERNAL_ID,
  INE,
  LAST_NAME,
  USAGE_NAME,
  FIRST_NAME,
  BIRTH_DATE,
  SEX,
  CIVILITY,
  CLASS,
  EMAIL,
  PHONE_HOME,
  PHONE_WORK,
  PHONE_MOBILE,
  ADDRESS,
  POSTAL_CODE,
  TOWN,
  COUNTRY,
  FUNCTION,
  LOGIN_ALIAS,
  LEVEL,
  CYCLE,
  GROUPS,
  CHILD_ID,
  CHILD_LAST_NAME,
  CHILD_FIRST_NAME,
  CHILD_USAGE_NAME,
  CHILD_CLASS,
  /** Known, and of no use here: nothing is said about it. */
  IGNORED;

  /** Whether it tells of a child of the row's person; such columns come in blocks. */
  public boolean isOfChild() {
    return switch (this) {
      case CHILD_ID, CHILD_LAST_NAME, CHILD_FIRST_NAME, CHILD_USAGE_NAME, CHILD_CLASS -> true;
      default -> false;
    };
  }

  /** Whether several columns may say it of one person. */
  public boolean isRepeatable() {
    return this == CLASS || this == GROUPS || this == IGNORED || isOfChild();
  }
}
