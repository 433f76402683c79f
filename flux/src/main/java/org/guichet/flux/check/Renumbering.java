package org.guichet.flux.check;

/** Since when the towns of whole departments have other INSEE codes. */
final class Renumbering {
  /** A year after all births. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final int CORSICA = 1976;
  private static final int PARIS_REGION = 1968;

  private Renumbering() {}

  /**
   * The first year in which towns of the code's department may have another; else {@link #NEVER}.
   */
  static int year(String insee) {
    return switch (insee.substring(0, 2)) {
      case "20" -> CORSICA;
      case "75", "78" -> PARIS_REGION;
      default -> NEVER;
    };
  }
}
