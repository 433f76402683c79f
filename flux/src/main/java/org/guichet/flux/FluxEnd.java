package org.guichet.flux;

/**
 * How a reading ended.
 *
 * @param header all that the file said of itself
 * @param passages how many ended
 * @param encoding in which the file was read
 */
public record FluxEnd(How how, FluxHeader header, int passages, String encoding) {
  /** Why the reading is over. */
  public enum How {
    /** The end of the file was reached. */
    COMPLETE,
    /** The file couldn't be read on; a finding of severity FILE says why. */
    UNREADABLE,
    /** The sink didn't want more. */
    STOPPED
  }
}
