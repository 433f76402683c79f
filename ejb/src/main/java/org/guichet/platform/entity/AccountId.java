package org.guichet.platform.entity;

import java.util.UUID;

/** Names one person's account, whatever its login, e-mail or names become. */
public record AccountId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
