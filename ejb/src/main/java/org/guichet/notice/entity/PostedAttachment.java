package org.guichet.notice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.guichet.platform.entity.Sha256;

/** A document of the file store that goes with a mail. */
@Embeddable
public class PostedAttachment {
  @Column(nullable = false, updatable = false)
  private String name;

  @Column(name = "media_type", nullable = false, updatable = false, length = 100)
  private String mediaType;

  @Column(nullable = false, updatable = false, length = 64)
  private String sha256;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PostedAttachment() {}

  PostedAttachment(Notice.Attachment attachment) {
    this.name = attachment.name();
    this.mediaType = attachment.mediaType();
    this.sha256 = attachment.content().hex();
  }

  Notice.Attachment value() {
    return new Notice.Attachment(name, mediaType, new Sha256(sha256));
  }
}
