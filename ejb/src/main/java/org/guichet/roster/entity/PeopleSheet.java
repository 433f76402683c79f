package org.guichet.roster.entity;

import java.util.List;

/**
 * People as a file that an import reads again: which columns it has.
 *
 * @param heads names of the columns
 * @param fields the first of them, what they say
 * @param classes how many columns of classes follow
 * @param children how many blocks of columns about a child follow
 */
public record PeopleSheet(
    PeopleQuery query, List<String> heads, List<RosterField> fields, int classes, int children) {
  public PeopleSheet {
    heads = List.copyOf(heads);
    fields = List.copyOf(fields);
  }
}
