package org.guichet.organisation.entity;

/**
 * How an organisation is called and identified from now on; what is empty isn't known.
 *
 * @param name désignation
 */
public record OrganisationCorrection(String name, OrganisationIdentity identity) {}
