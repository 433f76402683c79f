package org.guichet.deposit.boundary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import org.guichet.deposit.entity.LaneLease;

/** Somebody else works on the line by now: whatever was being done isn't to count. */
@ApplicationException(rollback = true)
public class LeaseLostException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  LeaseLostException(LaneLease lease) {
    super("Lost the lane of " + lease.organisation() + " " + lease.kind());
  }
}
