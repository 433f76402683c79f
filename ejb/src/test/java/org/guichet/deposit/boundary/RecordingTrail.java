package org.guichet.deposit.boundary;

import java.util.ArrayList;
import java.util.List;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.platform.entity.Caller;

/** Keeps what would be written into the audit. */
final class RecordingTrail extends AuditTrail {
  private final List<AuditEntry> written = new ArrayList<>();

  List<AuditEntry> written() {
    return List.copyOf(written);
  }

  @Override
  public void write(Caller caller, AuditEntry entry) {
    written.add(entry);
  }
}
