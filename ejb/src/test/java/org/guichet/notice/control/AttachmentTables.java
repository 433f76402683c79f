package org.guichet.notice.control;

import org.guichet.testing.TestDatabase;

/** Attachments on real tables, for tests of the component's boundary. */
public final class AttachmentTables {
  private AttachmentTables() {}

  public static Attachments on(TestDatabase database) {
    Attachments attachments = new Attachments();
    attachments.em = database.entityManager();
    return attachments;
  }
}
