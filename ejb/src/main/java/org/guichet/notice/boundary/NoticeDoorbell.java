package org.guichet.notice.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.guichet.platform.entity.Caller;

/** Somebody rang: there are notices to deliver. What the message says doesn't matter. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/guichetNotices"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeDoorbell implements MessageListener {
  @Inject NoticeDelivery delivery;
  @Inject NoticeBell bell;

  @Override
  public void onMessage(Message message) {
    bell.heard();
    delivery.deliverDue(Caller.system("notice doorbell"));
  }
}
