package org.guichet.organisation.entity;

import java.util.Set;

/** What a key of an organisation may be used for. */
public enum KeyScope {
  /** Drop files, trials included. */
  DEPOSIT,
  /** Read and acknowledge receipts. */
  RECEIPTS,
  /** Drop files for the import assistant. */
  IMPORT;

  /** What somebody may who brings no scopes of its own. */
  public static final Set<KeyScope> USUAL = Set.of(DEPOSIT, RECEIPTS);
}
