package org.guichet.canary.insight.control;

import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.entity.Parcel;

/** Reads another component's entities. */
@Breaks("entities_are_private_to_their_component")
public record ParcelStatistics(Parcel largest) {}
