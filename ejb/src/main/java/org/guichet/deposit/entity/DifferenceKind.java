package org.guichet.deposit.entity;

/**
 * In which ways store, rows and outboxes may disagree. Worded in the bundle {@code differences}; a
 * number, once given, keeps its meaning.
 */
public enum DifferenceKind {
  FILE_MISSING("DEP-401"),
  FILE_DAMAGED("DEP-402"),
  RECEIPT_FILE_MISSING("DEP-403"),
  RECEIPT_FILE_DAMAGED("DEP-404"),
  FILE_WITHOUT_ROW("DEP-405"),
  FILE_UNREADABLE("DEP-406"),

  TRIAL_FILE_MISSING("DEP-411"),
  PART_LEFT_BEHIND("DEP-412"),
  PART_WITHOUT_ROW("DEP-413"),
  DOCUMENT_LEFT_BEHIND("DEP-414"),
  UPLOAD_WITHOUT_PART("DEP-415"),
  UPLOAD_TAKEN("DEP-416"),
  UPLOAD_OPEN_IN_DEAD_RUN("DEP-417"),
  LANE_OF_DEAD_RUN("DEP-418"),

  RECEIPT_MISSING("DEP-421"),
  RECEIPT_TOO_EARLY("DEP-422"),
  RECEIPT_OF_NOTHING("DEP-423"),
  DUPLICATE_UNANSWERED("DEP-424"),
  OUTBOX_ENTRY_MISSING("DEP-425"),
  ENTRY_WITHOUT_RECEIPT("DEP-426"),

  KEYS_DIFFER("DEP-431"),
  KEYS_OF_NO_VERDICT("DEP-432"),
  COUNTS_DIFFER("DEP-433"),
  DEAD_ATTEMPT("DEP-434"),
  VERDICTS_WITHOUT_DEPOSIT("DEP-435"),
  HISTORY_GAP("DEP-436");

  private final String number;

  DifferenceKind(String number) {
    this.number = number;
  }

  /** The code that operators and programs know it by. */
  public String number() {
    return number;
  }
}
