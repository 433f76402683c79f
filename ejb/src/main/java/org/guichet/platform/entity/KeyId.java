package org.guichet.platform.entity;

import java.util.UUID;

/** Names one SFTP key of one organisation. */
public record KeyId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
