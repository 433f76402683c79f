package org.guichet.notice.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;

/**
 * A notice as others see it.
 *
 * @param to personal data: for whoever may see the organisation's mails, and in no log
 * @param attempts how often it was tried, the successful time included
 * @param nextTryAt empty unless it waits
 * @param changedAt when it got where it stands
 * @param kept whether what it says is still known, so that it could be sent again
 * @param failure the last one; what came after it, the status says
 */
public record NoticeView(
    UUID id,
    Optional<OrganisationId> organisation,
    String to,
    String template,
    String subject,
    NoticeStatus status,
    Instant postedAt,
    int attempts,
    Optional<Instant> nextTryAt,
    Instant changedAt,
    boolean kept,
    Optional<MailFailure> failure) {}
