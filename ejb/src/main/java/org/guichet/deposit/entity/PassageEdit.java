package org.guichet.deposit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody typed for a passage.
 *
 * @param version of the draft that they saw; 0 for none
 * @param typed values by field, of all fields of the form
 */
public record PassageEdit(int position, long version, Map<String, String> typed, boolean leftOut) {
  public PassageEdit {
    typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
  }
}
