package org.guichet.account.entity;

/**
 * Somebody wants to be an organisation's first administrator.
 *
 * @param matricule of the organisation
 * @param contract a certifier's own contract, or that of a certifier that mandates the depositor
 * @param code registration code, however it was typed; empty without
 */
public record RegistrationRequest(
    NewPerson person, String matricule, String contract, String code) {}
