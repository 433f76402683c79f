package org.guichet.canary.deposit.entity;

import jakarta.inject.Inject;
import org.guichet.canary.Breaks;
import org.jspecify.annotations.Nullable;

/** A value that wants to be a bean. */
@Breaks("entities_know_no_container")
public class InjectedParcel {
  @Inject @Nullable String wish;
}
