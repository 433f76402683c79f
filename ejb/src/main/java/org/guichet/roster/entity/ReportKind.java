package org.guichet.roster.entity;

/** What a report on files that came by SFTP tells. */
public enum ReportKind {
  /** All of it was done. */
  APPLIED("applique"),
  /** It waits for somebody in the portal. */
  DRAFT("a-verifier"),
  /** A fault of ours; it waits for somebody in the portal. */
  FAILED("echec"),
  /** Somebody gave it up in the portal, or nobody looked at it for a month. */
  GIVEN_UP("abandonne"),
  /** A file that was never joined into an import. */
  REFUSED("refuse");

  private final String word;

  ReportKind(String word) {
    this.word = word;
  }

  /** As names of files say it. */
  public String word() {
    return word;
  }
}
