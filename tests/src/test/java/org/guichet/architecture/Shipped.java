package org.guichet.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/**
 * What is shipped: neither tests nor the archives in which modules lend each other test classes.
 */
public final class Shipped implements ImportOption {
  private final ImportOption notTests = new DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return notTests.includes(location) && !location.contains("-tests.jar");
  }
}
