package org.guichet.notice.entity;

import java.util.Optional;
import org.guichet.platform.entity.OrganisationId;

/**
 * Which notices somebody wants to see, the newest first.
 *
 * @param organisation whom they are for; empty: all
 */
public record NoticeQuery(
    Optional<OrganisationId> organisation, Optional<NoticeStatus> status, int first, int size) {}
