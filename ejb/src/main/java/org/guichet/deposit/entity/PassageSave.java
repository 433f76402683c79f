package org.guichet.deposit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be kept of an edit.
 *
 * @param version of the draft that was seen; 0 for none
 * @param changes values by field that differ from the file's
 * @param faults how much would still refuse the passage
 * @param asShown whether nothing of it was touched
 */
public record PassageSave(
    int position,
    long version,
    Map<String, String> changes,
    boolean leftOut,
    int faults,
    boolean asShown) {
  public PassageSave {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }
}
