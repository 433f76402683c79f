package org.guichet.organisation.entity;

/** Which of the two answers to a drop somebody wants mailed. */
public enum MailedReceipt {
  /** The accusé de réception. */
  RECEPTION,
  /** The accusé de traitement. */
  PROCESSING
}
