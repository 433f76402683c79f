package org.guichet.cli.administration;

import java.nio.file.Path;
import java.util.Map;

/** What these commands take from the command that they are part of; asked anew by each run. */
public interface AdministrationContext {
  /** The data folder of the server that is meant. */
  Path data();

  /** Whether answers are for programs. */
  boolean json();

  /** The environment, for the language. */
  Map<String, String> environment();
}
