package org.guichet.deposit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A passage that somebody types.
 *
 * @param certifier matricule
 * @param type of the certification: RNCP or RS
 * @param values by field; those that are empty aren't there
 */
public record NewPassage(
    String certifier, String contract, String type, String code, Map<String, String> values) {
  public NewPassage {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
