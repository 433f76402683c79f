package org.guichet.roster.control.planning;

import java.util.List;
import java.util.Map;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.ChildMention;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;

/**
 * All that somebody said about an import.
 *
 * @param files in any order
 * @param choices about rows that weren't clear
 * @param edits what somebody typed into cells, by row and column from 0
 * @param children who the children of a parent's row are, by the digest of {@link ChildMention#key}
 */
public record ImportRequest(
    List<ImportFile> files,
    ClassMapping classes,
    ImportOptions options,
    Map<RowRef, RowChoice> choices,
    Map<RowRef, Map<Integer, String>> edits,
    Map<RowRef, Map<Long, ChildChoice>> children) {
  public ImportRequest {
    files = List.copyOf(files);
    choices = Map.copyOf(choices);
    edits = Map.copyOf(edits);
    children = Map.copyOf(children);
  }

  /** Where nobody said who children are. */
  public ImportRequest(
      List<ImportFile> files,
      ClassMapping classes,
      ImportOptions options,
      Map<RowRef, RowChoice> choices,
      Map<RowRef, Map<Integer, String>> edits) {
    this(files, classes, options, choices, edits, Map.of());
  }

  /** Files as they come, without anything that somebody said. */
  public static ImportRequest of(List<ImportFile> files, ClassMapping classes) {
    return new ImportRequest(files, classes, ImportOptions.NONE, Map.of(), Map.of());
  }
}
