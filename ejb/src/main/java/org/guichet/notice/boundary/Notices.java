package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Caller;

/** Takes mails to be sent, in the transaction of whoever decides them; they leave later. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Notices {
  public void post(Caller caller, Notice notice) {
    throw new UnsupportedOperationException("being written");
  }
}
