package org.guichet.deposit.entity;

import java.util.List;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.analysis.Mode;

/**
 * What a reading found out beside the passages.
 *
 * @param mode as the certifier wants its files taken
 * @param how the reading ended
 * @param encoding in which the file was read
 * @param outside how much was found outside of passages
 * @param findings the first of that, {@value #MOST} at most
 */
public record Reading(
    Mode mode, FluxEnd.How how, String encoding, int outside, List<Finding> findings) {
  /** More than a person reads; how many there are is told all the same. */
  public static final int MOST = 200;

  /** A file that wasn't read at all. */
  public static final Reading NOTHING =
      new Reading(Mode.STRICT, FluxEnd.How.STOPPED, "UTF-8", 0, List.of());

  public Reading {
    findings = List.copyOf(findings);
  }
}
