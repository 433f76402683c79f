package org.guichet.canary.flux;

import org.guichet.canary.Breaks;
import org.guichet.platform.entity.Caller;

/** A reader that knows the desk. */
@Breaks("flux_knows_nothing_of_jakarta_beyond_xml_binding_and_json")
public record KnowingReading(Caller caller) {}
