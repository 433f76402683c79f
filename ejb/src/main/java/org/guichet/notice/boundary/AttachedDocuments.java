package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.guichet.notice.control.Attachments;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Sha256;

/** Which documents mails refer to, so that nobody takes them away. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class AttachedDocuments {
  @Inject Attachments attachments;
  @Inject Permissions permissions;

  /** Digests from {@code from} on and before {@code to}, as text in hexadecimal. */
  public List<Sha256> between(Caller caller, String from, String to) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    return attachments.between(from, to);
  }
}
