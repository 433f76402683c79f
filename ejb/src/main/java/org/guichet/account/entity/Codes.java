package org.guichet.account.entity;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Codes in one column, with a comma before and after each, so that SQL finds one among them. */
final class Codes {
  private Codes() {}

  static String join(Set<String> codes) {
    return codes.isEmpty() ? "," : "," + String.join(",", new TreeSet<>(codes)) + ",";
  }

  static Set<String> split(String joined) {
    Set<String> codes = new TreeSet<>();
    Arrays.stream(joined.split(",", -1)).filter(code -> !code.isEmpty()).forEach(codes::add);
    return Collections.unmodifiableSet(codes);
  }
}
