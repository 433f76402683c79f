package org.guichet.review.entity;

import java.time.Instant;
import java.util.Optional;
import org.guichet.account.entity.PersonThere;

/**
 * Somebody in a review.
 *
 * @param asked whether the person is to be judged: whoever came after it was asked for is not
 * @param confirmedAt when somebody said that the person still is to have it
 * @param confirmedBy name of who said so; empty for an account that is erased
 */
public record ReviewedPerson(
    PersonThere person, boolean asked, Optional<Instant> confirmedAt, String confirmedBy) {}
