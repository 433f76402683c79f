package org.guichet.roster.boundary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import org.guichet.roster.entity.WorkLease;

/** Somebody else has the work by now, or nobody wants it any more. */
@ApplicationException(rollback = true)
public class WorkLostException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  WorkLostException(WorkLease lease) {
    super("import=" + lease.id() + " work=" + lease.work() + " holder=" + lease.holder());
  }
}
