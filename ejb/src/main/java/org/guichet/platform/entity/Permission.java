package org.guichet.platform.entity;

/** What a caller may be allowed to do. Which profile, scope or role gives which is data. */
public enum Permission {
  ORGANISATION_CREATE,
  ORGANISATION_VIEW,
  ORGANISATION_SUSPEND,
  KEY_MANAGE,
  KEY_VIEW,
  MANDATE_MANAGE,
  MANDATE_VIEW,
  DEPOSIT_DROP,
  DEPOSIT_VIEW,
  DEPOSIT_RETRY,
  /** Check deposits and give their verdict: the system's own work. */
  DEPOSIT_PROCESS,
  RECEIPT_READ,
  RECEIPT_ACKNOWLEDGE,
  /** Answer deposits: the system's own work. */
  RECEIPT_ISSUE,
  IMPORT_DROP,
  /** Send mails that were posted: the system's own work. */
  NOTICE_DELIVER
}
