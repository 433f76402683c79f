package org.guichet.sftp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Programs that tests run. Where one is missing a developer's test is skipped and says so; {@code
 * ./guichet test} installs them and has a missing one fail.
 */
final class Tools {
  private static final boolean REQUIRED = Boolean.getBoolean("guichet.tools.required");

  private Tools() {}

  static void need(String program, String debianPackage) {
    boolean there = Files.isExecutable(Path.of("/usr/bin/" + program));
    String message = program + " is not installed (package " + debianPackage + ")";
    if (REQUIRED && !there) {
      throw new AssertionError(message);
    }
    assumeTrue(there, message);
  }
}
