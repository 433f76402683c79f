package org.guichet.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.audit.control.AuditChain;
import org.guichet.audit.control.AuditRecords;
import org.guichet.audit.control.HeadFile;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.ChainHead;
import org.guichet.audit.entity.Verification;
import org.guichet.audit.entity.Verification.Broken;
import org.guichet.audit.entity.Verification.Fault;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through the whole chain and names the first row that isn't as it was sealed. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditVerification {
  static final int PAGE = 500;

  private static final Logger log = LoggerFactory.getLogger(AuditVerification.class);

  @Inject Permissions permissions;
  @Inject AuditRecords entries;
  @Inject Settings settings;

  /**
   * Compares every sealed entry with the chain, and the chain with the heads that were exported.
   * Memory doesn't grow with the chain; entries that are sealed meanwhile are compared too.
   */
  public Verification verify(Caller caller) {
    permissions.requireEverywhere(caller, Permission.AUDIT_VERIFY);
    Verification found = walk(exported());
    found.fold(
        whole -> {
          log.info("AUD-104 audit verified position={}", whole.head().position());
          return true;
        },
        broken -> {
          log.error(
              "AUD-201 audit broken position={} fault={} row={}",
              broken.position(),
              broken.fault(),
              broken.id().map(Object::toString).orElse("-"));
          return false;
        });
    return found;
  }

  private Verification walk(Map<Long, Sha256> exported) {
    ChainHead place = ChainHead.START;
    while (true) {
      // Before the rows: those up to this head are there by then, whoever goes on sealing.
      ChainHead head = entries.head().orElse(ChainHead.START);
      List<AuditRecord> page = entries.sealedAfter(place.position(), PAGE);
      if (page.isEmpty()) {
        return end(place, head);
      }
      for (int i = 0; i < page.size(); i++) {
        Optional<Verification> fault = AuditChain.fault(place, page.subList(i, page.size()));
        if (fault.isPresent()) {
          return fault.get();
        }
        place = AuditChain.next(place, page.get(i));
        Sha256 then = exported.get(place.position());
        if (then != null && !then.equals(place.hash())) {
          return new Broken(place.position(), Optional.of(page.get(i).id()), Fault.REWRITTEN);
        }
      }
    }
  }

  private Verification end(ChainHead place, ChainHead head) {
    if (place.position() < head.position()) {
      return new Broken(place.position() + 1, Optional.empty(), Fault.MISSING);
    }
    if (place.position() > head.position()) {
      return new Broken(head.position() + 1, Optional.empty(), Fault.INSERTED);
    }
    if (!place.hash().equals(head.hash())) {
      return new Broken(place.position(), Optional.empty(), Fault.REWRITTEN);
    }
    long last = exportedEnd();
    return last > place.position()
        ? new Broken(place.position() + 1, Optional.empty(), Fault.MISSING)
        : new Verification.Whole(place, entries.countUnsealed());
  }

  private long exportedEnd() {
    return exported().keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private Map<Long, Sha256> exported() {
    try {
      return new HeadFile(settings.data()).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
