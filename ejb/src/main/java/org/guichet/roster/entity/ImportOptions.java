package org.guichet.roster.entity;

/**
 * What an import does beside its rows.
 *
 * @param preDelete whether imported people of the files' profiles who are in none of them leave
 * @param yearChange whether classes that no file names go
 */
public record ImportOptions(boolean preDelete, boolean yearChange) {
  public static final ImportOptions NONE = new ImportOptions(false, false);
}
