package org.guichet.deposit.entity;

import java.util.Optional;
import org.guichet.platform.entity.OrganisationId;

/**
 * Something in the lists of these organisations has changed, or will have when this transaction
 * ends well.
 *
 * @param certifier empty while nobody knows for whom the file is
 */
public record DepositMoved(OrganisationId dropper, Optional<OrganisationId> certifier) {
  /** Whether it shows in this organisation's list. */
  public boolean concerns(OrganisationId organisation) {
    return dropper.equals(organisation) || certifier.filter(organisation::equals).isPresent();
  }
}
