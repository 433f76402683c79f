package org.guichet.roster.entity;

import java.util.List;

/**
 * What becomes of the classes that the files of an import name.
 *
 * @param known labels of the organisation's classes
 */
public record ClassesView(List<ClassMatch> matches, List<String> known) {
  public ClassesView {
    matches = List.copyOf(matches);
    known = List.copyOf(known);
  }
}
