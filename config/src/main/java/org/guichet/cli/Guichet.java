package org.guichet.cli;

/** Entry point of the command line. */
public final class Guichet {
  private Guichet() {}

  public static void main(String[] arguments) {
    System.exit(Root.commandLine(System.getenv()).execute(arguments));
  }
}
