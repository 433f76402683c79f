package org.guichet.system;

import java.util.Locale;

/**
 * A place in the shipped code at which a server is made to die, as if the machine had lost its
 * power. Nothing of it is in the code itself: an agent of the test's server puts it there. A place
 * that is no longer there never kills, and the campaign fails; {@link KillPointTest} tells sooner.
 */
enum KillPoint {
  UPLOAD_ROW_BEFORE_COMMIT("deposit.boundary.UploadLedger", "begin", "AT EXIT"),
  UPLOAD_WITHOUT_FILE("deposit.control.HashingFile", "open", "AT ENTRY"),
  CLOSE_CAME("deposit.boundary.Spool", "close", "AT ENTRY"),
  BEFORE_RENAME_INTO_STORE("platform.control.LocalFileStore", "name", "AT ENTRY"),
  AFTER_RENAME_INTO_STORE("platform.control.LocalFileStore", "name", "AT EXIT"),
  STORED_WITHOUT_ROW("deposit.boundary.DepositIntake", "receive", "AT ENTRY"),
  TX1_BEFORE_COMMIT("deposit.boundary.DepositRegistration", "register", "AT EXIT"),
  TX1_BEFORE_DOORBELL("deposit.control.Doorbell", "ring", "AT ENTRY"),
  TX1_AFTER_DOORBELL("deposit.control.Doorbell", "ring", "AT EXIT"),
  KEPT_BUT_NOT_TOLD("deposit.boundary.DepositIntake", "receive", "AT EXIT"),
  RENAMED_PART_NOT_STORED("deposit.boundary.UploadLedger", "rename", "AT EXIT"),
  LANE_CLAIMED("deposit.boundary.DepositLine", "workOn", "AT ENTRY"),
  ATTEMPT_STARTED("deposit.boundary.DepositChecking", "inspect", "AT ENTRY"),
  VERDICTS_HALF_WRITTEN("deposit.boundary.DepositProgress", "passages", "AT EXIT"),
  KEYS_CLAIMED("deposit.control.JpaAcceptedKeys", "claim", "AT EXIT"),
  VERDICTS_WRITTEN("deposit.boundary.DepositChecking", "inspect", "AT EXIT"),
  DOCUMENT_HALF_WRITTEN("platform.control.LocalFileStore", "write", "AFTER INVOKE writeTo"),
  RECEPTION_BEFORE_COMMIT("deposit.boundary.DepositReception", "decide", "AT EXIT"),
  BETWEEN_RECEIPTS("deposit.control.Answers", "judged", "AT ENTRY"),
  RAPPORT_WRITTEN("deposit.control.Answers", "judged", "AT EXIT"),
  TX3_BEGINS("deposit.boundary.DepositVerdicts", "record", "AT ENTRY"),
  TX3_BEFORE_COMMIT("deposit.boundary.DepositVerdicts", "close", "AT EXIT"),
  TX3_COMMITTED("deposit.boundary.DepositChecking", "conclude", "AT EXIT"),
  LANE_BEFORE_RELEASE("deposit.boundary.DepositLanes", "release", "AT ENTRY"),
  LANE_RELEASE_BEFORE_COMMIT("deposit.boundary.DepositLanes", "release", "AT EXIT"),
  MAIL_CLAIMED("notice.boundary.NoticeDelivery", "send", "AT ENTRY"),
  MAIL_SENT_NOT_NOTED("notice.boundary.NoticeDelivery", "send", "AT EXIT"),
  MAIL_NOTED_BEFORE_COMMIT("notice.boundary.NoticeLedger", "sent", "AT EXIT"),
  ACKNOWLEDGED_BEFORE_COMMIT("receipt.boundary.Outbox", "acknowledge", "AT EXIT"),
  SPOOL_SWEEP("deposit.boundary.SpoolSweep", "sweep", "AT EXIT");

  private final String type;
  private final String method;
  private final String where;

  KillPoint(String type, String method, String where) {
    this.type = "org.guichet." + type;
    this.method = method;
    this.where = where;
  }

  String type() {
    return type;
  }

  String method() {
    return method;
  }

  /** Whether this place is passed only where a lane has had nothing to do for a while. */
  boolean wantsPauses() {
    return name().startsWith("LANE_");
  }

  /**
   * The agent's rule.
   *
   * @param time at which passing of the place the server dies, from 1
   */
  String rule(int time) {
    return String.format(
        Locale.ROOT,
        """
        RULE %1$s
        CLASS %2$s
        METHOD %3$s
        %4$s
        IF incrementCounter("%1$s") == %5$d
        DO killJVM()
        ENDRULE
        """,
        name(),
        type,
        method,
        where,
        time);
  }
}
