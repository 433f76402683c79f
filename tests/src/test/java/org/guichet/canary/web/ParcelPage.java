package org.guichet.canary.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.entity.Parcel;
import org.jspecify.annotations.Nullable;

/** Shows an entity. */
@Breaks("doors_use_boundaries_and_values_only")
@Named
@RequestScoped
public class ParcelPage {
  private @Nullable Parcel parcel;

  public boolean isThere() {
    return parcel != null;
  }

  public void show(Parcel shown) {
    parcel = shown;
  }
}
