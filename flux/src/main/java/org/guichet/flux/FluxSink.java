package org.guichet.flux;

/** Is told what a reading meets, in the order of the file. What it throws ends the reading. */
public interface FluxSink {
  /**
   * The issuer, certifier and contract are known: once per file, as early as the file allows; when
   * one of them is missing or repeated, not at all.
   *
   * @return false to stop reading
   */
  boolean header(FluxHeader header);

  /**
   * A passage has ended. What content checks found in it means nothing when the file turns out to
   * take passages back, which it may say at its end.
   *
   * @return false to stop reading
   */
  boolean passage(Passage passage);

  /** A certification has ended; only now are its type and code known. */
  void certification(Certification certification);

  /**
   * Something is wrong outside of any passage, or ended the reading. When the reading ends within a
   * passage, what was wrong with that one comes here too, before the end's cause.
   */
  void finding(Finding finding);
}
