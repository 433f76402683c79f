package org.guichet.invitation.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An invitation code as those see it who administer what it gives.
 *
 * @param batch shared by those made at once
 * @param beginning the first eight digits of the code
 * @param code the whole of it, while it is valid
 * @param creator name of who made it; empty when that account was erased
 * @param holder whom it is meant for, while it is valid
 * @param bound whether only the holder’s address may redeem it
 * @param usedBy name; empty unless it was used, or when that account was erased
 * @param endsSoon whether it is valid for at most two days more
 */
public record InvitationView(
    UUID id,
    UUID batch,
    String beginning,
    Optional<String> code,
    InvitationPlace place,
    Set<String> rights,
    InvitationStatus status,
    Optional<String> creator,
    Instant createdAt,
    LocalDate lastDay,
    Optional<Holder> holder,
    boolean bound,
    Optional<Instant> usedAt,
    Optional<String> usedBy,
    Optional<Instant> deactivatedAt,
    Optional<String> deactivatedBy,
    boolean endsSoon) {
  public InvitationView {
    rights = Set.copyOf(rights);
  }

  /** Whom a code is meant for; the name may be empty. */
  public record Holder(String name, String email) {}
}
