package org.guichet.flux;

/** What a file asks for. */
public enum FluxAction {
  /** Its passages are to be taken; also when the file doesn't say. */
  CREATION,
  /** The accepted passages that it names are to be taken back. */
  SUPPRESSION
}
