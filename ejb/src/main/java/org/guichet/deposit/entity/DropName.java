package org.guichet.deposit.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of an uploaded file says about whether its client is done with it. */
public final class DropName {
  private static final List<String> TEMPORARY_ENDS =
      List.of(
          ".part",
          ".partial",
          ".filepart",
          ".tmp",
          ".temp",
          ".upload",
          ".uploading",
          ".crdownload");
  private static final List<String> TEMPORARY_STARTS = List.of(".", "~", "in.", "sftpgo-upload.");

  private static final Set<String> TABLE_ENDS = Set.of(".csv", ".txt", ".tsv", ".xlsx");

  private DropName() {}

  /** Whether a complete file of this name is a drop. */
  public static boolean counts(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml")
        && lower.length() > ".xml".length()
        && !lower.startsWith(".")
        && !lower.startsWith("~");
  }

  /** Whether a complete file of this name is a file of people. */
  public static boolean countsAsTable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    return dot > 0
        && TABLE_ENDS.contains(lower.substring(dot))
        && !lower.startsWith(".")
        && !lower.startsWith("~");
  }

  /** Whether the name is of a form that clients use until they are done, and rename then. */
  public static boolean temporary(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TEMPORARY_STARTS.stream().anyMatch(lower::startsWith)
        || TEMPORARY_ENDS.stream().anyMatch(lower::endsWith);
  }
}
