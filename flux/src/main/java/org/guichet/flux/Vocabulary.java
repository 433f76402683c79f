package org.guichet.flux;

import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * Counts the different names that a file uses. A parser keeps every name for as long as it reads,
 * so a file of ever new names would eat the memory; the schema has about eighty, and they always
 * count.
 */
final class Vocabulary {
  static final int MAX_NAMES = 1_000;

  private final Set<String> names = new HashSet<>();

  /**
   * Counts all names of the schema, whether the file uses them or not.
   *
   * @param prefix of the file's elements, with its colon; may be empty
   */
  void expect(String prefix) {
    SchemaTables.flux().names().forEach(name -> names.add(prefix + name));
    names.add("xsi:nil");
  }

  /** Whether there are still few enough. */
  boolean meet(String name) {
    return names.contains(name) || (names.size() < MAX_NAMES && names.add(name));
  }

  boolean meet(Attributes attributes) {
    boolean few = true;
    for (int i = 0; i < attributes.getLength(); i++) {
      few &= meet(attributes.getQName(i));
    }
    return few;
  }
}
