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
  RECIPIENT_MANAGE,
  RECIPIENT_VIEW,
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
  NOTICE_DELIVER,
  /** See an organisation's people, what they may do, and what they are asked to. */
  MEMBER_VIEW,
  /** Make, change and end an organisation's people and their profiles. */
  MEMBER_MANAGE,
  /** Change an organisation's name, seat and contact. */
  ORGANISATION_EDIT,
  /** Change how an organisation's files are checked and its receipts delivered. */
  SETTINGS_MANAGE,
  /** See requests for assistance. */
  TICKET_VIEW,
  /** Answer, accept or refuse requests for assistance. */
  TICKET_DECIDE,
  /** See who did what. */
  AUDIT_VIEW,
  /** Walk through the chain of who did what, and read its head. */
  AUDIT_VERIFY,
  /** Chain what was written: the system's own work. */
  AUDIT_SEAL,
  CATALOGUE_VIEW,
  /** Read the catalogue anew; make groups; connect organisations to services. */
  CATALOGUE_MANAGE,
  /** See every account. */
  ACCOUNT_VIEW,
  /** Disable, restore and renew any account. */
  ACCOUNT_MANAGE,
  /** Erase what is over, remind of what will be: the system's own work. */
  ACCOUNT_SWEEP,
  /** Make accounts that run the portal; give and take their roles. */
  OPERATOR_CREATE,
  /** Hand out the code that makes an organisation's first administrator. */
  REGISTRATION_CODE_ISSUE,
  MAIL_VIEW,
  MAIL_RESEND,
  /** Remind of keys that end soon: the system's own work. */
  KEY_REMIND,
  /** Erase what is personal in old requests: the system's own work. */
  TICKET_SWEEP,
  /** File answers that came by mail, tell operators of what waits: the system's own work. */
  TICKET_FILE,
  /** Remind of deadlines, tell of silences: the system's own work. */
  INSIGHT_REMIND,
  /** Ask administrators who still is to have rights: the system's own work. */
  REVIEW_ASK,
  /** See the people whom an organisation's imports brought, their classes, and those imports. */
  PEOPLE_VIEW,
  /** Restore people, and give them slips to come in with. */
  PEOPLE_MANAGE,
  /** Import people: prepare, apply and undo. */
  PEOPLE_IMPORT,
  /** Plan, apply and undo imports as they were asked for: the system's own work. */
  PEOPLE_PROCESS,
  /** Erase people whose last day is over: the system's own work. */
  PEOPLE_SWEEP
}
