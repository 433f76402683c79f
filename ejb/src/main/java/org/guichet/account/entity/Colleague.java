package org.guichet.account.entity;

import org.guichet.platform.entity.AccountId;

/**
 * Somebody of one's own organisation, to be chosen from a list.
 *
 * @param name personal data
 */
public record Colleague(AccountId id, PersonName name) {}
