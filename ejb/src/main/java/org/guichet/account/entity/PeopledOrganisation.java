package org.guichet.account.entity;

import org.guichet.organisation.entity.OrganisationView;

/** An organisation whose people somebody administers. */
public record PeopledOrganisation(OrganisationView organisation, Headcount count) {}
