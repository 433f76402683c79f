package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One run of the checker, in this process, on 20 January 2026.
 *
 * @param out the report
 * @param err complaints and progress
 */
record Run(int exit, String out, String err) {
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-01-20T12:00:00Z"), ZoneOffset.UTC);

  static Run check(Path temp, String... arguments) {
    return with(temp, new byte[0], false, arguments);
  }

  static Run with(Path temp, byte[] in, boolean terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Check.run(
            new Surroundings(new ByteArrayInputStream(in), out, err, terminal, terminal, DAY, temp),
            arguments);
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }
}
