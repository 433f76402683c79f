package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.guichet.platform.entity.Caller;
import org.guichet.roster.control.ImportBell;

/** Somebody rang: an import waits. The message itself says nothing. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/guichetImports"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportDoorbell implements MessageListener {
  private static final Caller CALLER = Caller.system("import doorbell");

  @Inject ImportLine line;
  @Inject ImportBell bell;

  @Override
  public void onMessage(Message message) {
    bell.heard();
    line.work(CALLER);
  }
}
