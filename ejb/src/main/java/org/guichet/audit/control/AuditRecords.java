package org.guichet.audit.control;

import java.util.List;
import java.util.Optional;
import org.guichet.audit.entity.AuditHead;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.ChainHead;

/** Every entry, and how far the chain goes. */
public interface AuditRecords {
  void add(AuditRecord entry);

  /** The newest first. */
  List<AuditRecord> list(AuditQuery query);

  long count(AuditQuery query);

  /** Entries that aren't sealed, the oldest first. */
  List<AuditRecord> unsealed(int most);

  long countUnsealed();

  /** Sealed entries after a position, in the order of the chain. */
  List<AuditRecord> sealedAfter(long position, int most);

  /** The row of the head, locked until the transaction ends; made when there is none. */
  AuditHead lockHead();

  Optional<ChainHead> head();
}
