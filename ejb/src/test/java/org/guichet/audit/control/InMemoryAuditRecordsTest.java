package org.guichet.audit.control;

import org.guichet.testing.Units;

class InMemoryAuditRecordsTest implements AuditRecordsContract {
  private final AuditRecords entries = new InMemoryAuditRecords();

  @Override
  public AuditRecords entries() {
    return entries;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
