package org.guichet.platform.control;

/** Patterns for {@code like}, whatever signs somebody typed. */
public final class LikePattern {
  /** To be told with each pattern made here. */
  public static final char ESCAPE = '!';

  private LikePattern() {}

  /** What holds this text. */
  public static String holding(String text) {
    return "%" + beginning(text);
  }

  /** What begins with this text. */
  public static String beginning(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
