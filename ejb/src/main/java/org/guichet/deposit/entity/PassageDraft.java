package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has been changed in a passage so far.
 *
 * @param version grows with every change
 * @param changes values by field, in the order in which they are to be made
 * @param leftOut whether it isn't to be dropped again
 * @param declaredAnew whether it was accepted, and is taken back to be declared once more
 * @param faults how much would still refuse it
 * @param editedBy label of who changed it last
 * @param editor name of who did
 */
public record PassageDraft(
    long version,
    Map<String, String> changes,
    boolean leftOut,
    boolean declaredAnew,
    int faults,
    String editedBy,
    String editor,
    Instant editedAt) {
  public PassageDraft {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }
}
