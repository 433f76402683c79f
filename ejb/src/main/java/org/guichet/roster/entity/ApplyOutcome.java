package org.guichet.roster.entity;

import java.util.List;

/** Whether an import is going to be applied. */
public enum ApplyOutcome {
  /** It is being done. */
  STARTED,
  /** Rows, or whole files, stand in its way. */
  BLOCKED,
  /** So many would leave that somebody has to type that they mean it, and hasn't. */
  NOT_CONFIRMED,
  /** The plan isn't of today any more, or isn't made: it is being made. */
  NOT_PLANNED;

  /** The words that confirm that many leave, in the languages of the portal. */
  public static final List<String> CONFIRMING = List.of("SUPPRIMER", "DELETE");
}
