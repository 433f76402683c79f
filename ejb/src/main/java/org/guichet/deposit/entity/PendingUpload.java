package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/** An upload as its row tells it; its bytes lie in the incoming folder. */
public record PendingUpload(
    DepositId id,
    OrganisationId organisation,
    Matricule sender,
    DropFolder folder,
    Channel channel,
    String name,
    UploadState state,
    Instant startedAt,
    Instant changedAt,
    Optional<DepositId> corrects) {

  /** As a list of what isn't finished shows it. */
  public UnfinishedUpload unfinished(long size) {
    return new UnfinishedUpload(
        sender, name, size, folder, channel, state == UploadState.BROKEN, startedAt, changedAt);
  }

  /** As its owner sees it. */
  public PartialFile view(long size) {
    return new PartialFile(
        id.value(),
        folder,
        name,
        size,
        startedAt,
        changedAt,
        state == UploadState.OPEN,
        state == UploadState.BROKEN);
  }
}
