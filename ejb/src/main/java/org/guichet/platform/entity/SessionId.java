package org.guichet.platform.entity;

import java.util.UUID;

/** Names one sign-in of a person; not what proves it. */
public record SessionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
