package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;

/**
 * An upload's row, for comparing.
 *
 * @param boot which run of which server holds its session
 */
public record UploadLook(UUID id, UploadState state, String boot, Instant changedAt) {
  public DepositId depositId() {
    return new DepositId(id);
  }
}
