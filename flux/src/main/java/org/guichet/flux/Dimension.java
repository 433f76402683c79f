package org.guichet.flux;

/** What a finding says about the quality of data; docs/quality.md defines the scores. */
public enum Dimension {
  /** Something that must be there isn't. */
  COMPLETENESS,
  /** Something isn't of the form that it must have. */
  VALIDITY,
  /** Things contradict each other, the calendar or geography. */
  CONSISTENCY,
  /** Something comes twice that may come once. */
  UNIQUENESS,
  /** Something comes too late, or too early. */
  TIMELINESS
}
