package org.guichet.canary.flux;

import jakarta.inject.Inject;
import org.guichet.canary.Breaks;
import org.jspecify.annotations.Nullable;

/** A reader that only works in a container. */
@Breaks("flux_knows_nothing_of_jakarta_beyond_xml_binding_and_json")
public class InjectedReading {
  @Inject @Nullable String schema;
}
