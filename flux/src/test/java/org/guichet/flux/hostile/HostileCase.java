package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file that is made to hurt, and what should become of it.
 *
 * @param file made anew for each reading
 */
record HostileCase(String family, String variant, Supplier<InputStream> file, Expected expected) {
  static HostileCase of(String family, String variant, String file, Expected expected) {
    return of(family, variant, file.getBytes(UTF_8), expected);
  }

  static HostileCase of(String family, String variant, byte[] file, Expected expected) {
    return new HostileCase(family, variant, () -> new ByteArrayInputStream(file), expected);
  }

  @Override
  public String toString() {
    return family + ": " + variant;
  }
}
