package org.guichet.notice.boundary;

import java.util.UUID;

/** A notice was posted; it is there once the transaction has committed. */
public record NoticePosted(UUID id) {}
