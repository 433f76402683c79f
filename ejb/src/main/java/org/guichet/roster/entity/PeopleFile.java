package org.guichet.roster.entity;

import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Stored;

/**
 * A file of people that came whole, by whatever door.
 *
 * @param name that it has with whoever brought it
 */
public record PeopleFile(
    UUID id, OrganisationId organisation, Profile profile, String name, Stored content) {}
