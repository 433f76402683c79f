package org.guichet.notice.boundary;

import org.guichet.notice.control.AttachmentTables;
import org.guichet.platform.boundary.Permissions;
import org.guichet.testing.TestDatabase;

/** The documents of mails, on real tables; calls belong into a transaction. */
public final class AttachedDocumentsBench {
  private AttachedDocumentsBench() {}

  public static AttachedDocuments on(TestDatabase database, Permissions permissions) {
    AttachedDocuments documents = new AttachedDocuments();
    documents.attachments = AttachmentTables.on(database);
    documents.permissions = permissions;
    return documents;
  }
}
