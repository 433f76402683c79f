package org.guichet.receipt.entity;

import java.time.Instant;
import java.util.List;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as others see it.
 *
 * @param code why it is KO; null when OK
 * @param arguments what the text of the code quotes
 * @param size of its bytes
 */
public record ReceiptView(
    DepositId deposit,
    ReceiptKind kind,
    String number,
    boolean ok,
    boolean trial,
    @Nullable String code,
    List<String> arguments,
    String fileName,
    Sha256 sha256,
    long size,
    Instant issuedAt) {
  public ReceiptView {
    arguments = List.copyOf(arguments);
  }
}
