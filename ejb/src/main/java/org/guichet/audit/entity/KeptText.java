package org.guichet.audit.entity;

import org.guichet.platform.entity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A text of an entry as it is kept.
 *
 * @param key whose key closes it; null: it is open
 * @param text ciphertext, or JSON when it is open
 */
public record KeptText(@Nullable AccountId key, String text) {}
