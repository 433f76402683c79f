package org.guichet.roster.entity;

import static org.guichet.roster.entity.RosterSeverity.FILE;
import static org.guichet.roster.entity.RosterSeverity.NOTE;
import static org.guichet.roster.entity.RosterSeverity.ROW;
import static org.guichet.roster.entity.RosterSeverity.WARNING;

import java.util.Locale;

/** What may be found in a file of people. Numbers are never given twice. */
public enum RosterCode {
  EMPTY_FILE(101, FILE),
  NOT_A_TABLE(102, FILE),
  OLD_WORKBOOK(103, FILE),
  WORKBOOK_TOO_LARGE(104, FILE),
  WORKBOOK_BROKEN(105, FILE),
  UNCLOSED_QUOTE(106, FILE),
  ROW_TOO_LONG(107, FILE),
  TOO_MANY_COLUMNS(108, FILE),
  TOO_MANY_ROWS(109, FILE),
  NO_HEADER(110, FILE),
  NO_ROWS(111, FILE),
  SECOND_TABLE(112, NOTE),
  HEADER_AGAIN(113, NOTE),
  UNREADABLE_CHARACTERS(114, WARNING),
  FILE_TOO_LARGE(115, FILE),
  WRONG_NAME(116, FILE),

  MISSING_COLUMN(201, FILE),
  UNKNOWN_COLUMN(202, WARNING),
  COLUMN_TWICE(203, WARNING),

  MISSING_VALUE(301, ROW),
  ADVISED_VALUE(302, WARNING),
  NOT_A_DATE(303, WARNING),
  NOT_A_DAY(304, WARNING),
  FUTURE_DATE(305, WARNING),
  IMPLAUSIBLE_AGE(306, WARNING),
  NAME_TOO_LONG(307, ROW),
  NAME_ODD(308, WARNING),
  SEX_UNKNOWN(309, WARNING),
  CIVILITY_UNKNOWN(310, WARNING),
  EMAIL_MALFORMED(311, WARNING),
  PHONE_ODD(312, WARNING),
  INE_ODD(313, WARNING),
  EXTRA_CELLS(314, WARNING),
  VALUE_TOO_LONG(315, WARNING),

  AMBIGUOUS_PERSON(321, ROW),
  SAME_PERSON_TWICE(322, ROW),
  PARENT_MERGED(323, NOTE),
  POSSIBLE_DUPLICATE(324, WARNING),
  CHILD_NOT_FOUND(325, WARNING),
  CHILD_AMBIGUOUS(326, WARNING),
  CHILD_INCOMPLETE(327, WARNING),
  CHILD_ROW_IN_ERROR(328, WARNING),
  PROTECTED_ACCOUNT(329, NOTE),
  CHOICE_OUTDATED(330, ROW);

  private final int number;
  private final RosterSeverity severity;

  RosterCode(int number, RosterSeverity severity) {
    this.number = number;
    this.severity = severity;
  }

  /** As people and programs are told it: {@code IMP-301}. */
  public String number() {
    return String.format(Locale.ROOT, "IMP-%d", number);
  }

  /** What it usually stands in the way of; a finding may be graver where a value is compulsory. */
  public RosterSeverity severity() {
    return severity;
  }
}
