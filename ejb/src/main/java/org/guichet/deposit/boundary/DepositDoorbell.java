package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.guichet.deposit.control.Doorbell;
import org.guichet.platform.entity.Caller;

/** Somebody rang: there is something in a line. The message itself says nothing. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/guichetDeposits"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "maxSession",
          propertyValue = "${guichet.deposit.parallel:2}")
    })
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepositDoorbell implements MessageListener {
  private static final Caller CALLER = Caller.system("doorbell");

  @Inject DepositLine line;
  @Inject Doorbell bell;

  @Override
  public void onMessage(Message message) {
    bell.heard();
    line.work(CALLER);
  }
}
