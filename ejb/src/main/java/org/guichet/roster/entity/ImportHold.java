package org.guichet.roster.entity;

/** Why an import isn't applied before somebody has looked at it. */
public enum ImportHold {
  /** A file wasn't read to its end. */
  UNREADABLE_FILE(true),
  /** A row is in error, or isn't clear: it has to be mended, decided or left out. */
  ROWS_IN_ERROR(true),
  /** There is nobody in it. */
  NOBODY(true),
  /** More than a tenth of a profile would leave. */
  MANY_LEAVE(false),
  /** Characters of names are lost. */
  UNREADABLE_CHARACTERS(false),
  /** Parents would be without their children, or many children aren't found. */
  CHILDREN_MISSING(false),
  /** Two rows may be one person, who would be made twice. */
  POSSIBLE_DUPLICATES(false),
  /** Its organisation wants to look at each. */
  NOT_WANTED(false),
  /** Another import by SFTP, which may be about the same people, is still open. */
  OTHER_OPEN(false);

  private final boolean blocking;

  ImportHold(boolean blocking) {
    this.blocking = blocking;
  }

  /** Whether nobody can apply it so, not even somebody who has looked. */
  public boolean blocks() {
    return blocking;
  }
}
