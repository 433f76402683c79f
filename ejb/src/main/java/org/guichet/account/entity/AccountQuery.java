package org.guichet.account.entity;

import java.util.Optional;
import org.guichet.platform.entity.PageRequest;

/**
 * Which accounts of the deployment are wanted, by name.
 *
 * @param search part of a name, a login or an address; empty for all
 */
public record AccountQuery(String search, Optional<AccountState> state, PageRequest page) {}
