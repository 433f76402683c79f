package org.guichet.canary.deposit.boundary;

import jakarta.ejb.Stateless;
import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.entity.Parcel;
import org.guichet.platform.entity.Caller;

/** Takes entities from whoever has them. */
@Breaks("entities_stay_inside")
@Stateless
public class TakingCounter {
  public void take(Caller caller, Parcel parcel) {
    parcel.id();
  }
}
