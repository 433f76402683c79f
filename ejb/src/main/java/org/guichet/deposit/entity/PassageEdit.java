package org.guichet.deposit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody typed for a passage.
 *
 * @param version of the draft that they saw; 0 for none
 * @param typed values by field, of all fields of the form
 * @param asShown whether nothing of it was touched: all is as it was shown
 */
public record PassageEdit(
    int position, long version, Map<String, String> typed, boolean leftOut, boolean asShown) {
  public PassageEdit {
    typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
  }
}
