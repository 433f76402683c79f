package org.guichet.platform.entity;

import java.util.UUID;

/** Names one deposit inside the system; people are shown its number. */
public record DepositId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
