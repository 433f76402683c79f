package org.guichet.receipt.entity;

/** The two answers to every drop. */
public enum ReceiptKind {
  /** Accusé de réception: the file is taken, or not, and why. */
  RECEPTION,
  /** Accusé de traitement: what became of each passage. */
  PROCESSING
}
