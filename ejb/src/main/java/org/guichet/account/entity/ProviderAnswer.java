package org.guichet.account.entity;

import java.util.Optional;

/**
 * What the browser brings back from the provider, believed in nothing yet.
 *
 * @param code what the identity can be had for
 * @param state what went with the browser
 * @param error why there is no code
 */
public record ProviderAnswer(
    Optional<String> code, Optional<String> state, Optional<String> error) {}
