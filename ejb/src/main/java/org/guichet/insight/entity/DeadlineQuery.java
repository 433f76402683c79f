package org.guichet.insight.entity;

import java.util.Optional;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/**
 * Which refused passages are wanted.
 *
 * @param reader whose: what it dropped, and what was dropped for it; empty for all
 * @param state empty: in every
 * @param issuer who declares them; empty: whoever
 */
public record DeadlineQuery(
    Optional<OrganisationId> reader, Optional<DeadlineState> state, Optional<Matricule> issuer) {}
