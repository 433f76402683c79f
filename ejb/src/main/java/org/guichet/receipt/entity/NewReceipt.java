package org.guichet.receipt.entity;

import java.util.List;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that is to be issued; its bytes are in the file store already.
 *
 * @param subject what it answers: the deposit, or a duplicate of it
 * @param number {@code AR-…} or {@code AT-…}, as its bytes say
 * @param sender the organisation that dropped
 * @param code why it is KO; null when OK
 * @param arguments what the text of the code quoted
 * @param names one of which it gets as it is issued
 * @param template which mail goes with it, see {@code Notice}
 * @param gist what a digest tells of it
 */
public record NewReceipt(
    UUID subject,
    DepositId deposit,
    ReceiptKind kind,
    String number,
    OrganisationId sender,
    boolean trial,
    @Nullable String code,
    List<String> arguments,
    ReceiptNames names,
    Stored content,
    List<Recipient> recipients,
    String template,
    Gist gist) {
  public NewReceipt {
    arguments = List.copyOf(arguments);
    recipients = List.copyOf(recipients);
  }

  public boolean ok() {
    return code == null;
  }
}
