package org.guichet.cli;

/** What the command tells scripts. */
public final class ExitCode {
  /** Done, or nothing left to do. */
  public static final int DONE = 0;

  /** Refused or failed. */
  public static final int REFUSED = 1;

  /** Wrong usage, wrong settings. */
  public static final int USAGE = 2;

  /** The server that was to be asked is down. */
  public static final int DOWN = 3;

  private ExitCode() {}
}
