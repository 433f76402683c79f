package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.deposit.control.PassageIndex;
import org.guichet.deposit.entity.PassageHit;
import org.guichet.deposit.entity.PassageHits;
import org.guichet.deposit.entity.PassageQuery;
import org.guichet.flux.register.NameFolding;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;

/**
 * Finds passages across deposits: by their idTechnique, in whatever deposits the reader sees; by
 * their holder's name, among what the reader's own organisation dropped and nobody else's.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class PassageSearch {
  /** Fewer letters than these would find everything. */
  public static final int SHORTEST_NAME = 2;

  @Inject PassageIndex index;
  @Inject AuditTrail audit;
  @Inject Permissions permissions;

  /**
   * A part of what was found. Looking for a name is audited, without the name.
   *
   * @param reader for whom somebody looks; empty for those who may see all, who find no names
   */
  public PassageHits find(Caller caller, Optional<OrganisationId> reader, PassageQuery query) {
    DepositList.permit(permissions, caller, reader);
    if (query.text().isBlank()) {
      return PassageHits.NONE;
    }
    return switch (query.by()) {
      case ID -> byId(reader, query);
      case NAME -> reader.map(own -> byName(caller, own, query)).orElse(PassageHits.NONE);
    };
  }

  private PassageHits byId(Optional<OrganisationId> reader, PassageQuery query) {
    List<PassageHit> found = index.byId(reader, query.text().strip(), query.size() + 1);
    return part(found, query.size(), found.size());
  }

  private PassageHits byName(Caller caller, OrganisationId own, PassageQuery query) {
    String last = folded(query.text());
    String first = folded(query.firstName());
    if (last.length() < SHORTEST_NAME) {
      return PassageHits.NONE;
    }
    List<PassageHit> found = index.byName(own, last, first, query.after(), query.size() + 1);
    int counted =
        query.after().isEmpty() && found.size() <= query.size()
            ? found.size()
            : index.countByName(own, last, first, PassageHits.COUNTED);
    audit.write(
        caller,
        AuditEntry.of(AuditAction.HOLDERS_SEARCHED, AuditSubject.organisation(own))
            .in(own)
            .after(Map.of("found", Integer.toString(counted))));
    return part(found, query.size(), counted);
  }

  private static PassageHits part(List<PassageHit> found, int size, int counted) {
    return new PassageHits(found.stream().limit(size).toList(), counted, found.size() > size);
  }

  private static String folded(String name) {
    return String.valueOf(NameFolding.words(name.strip()));
  }
}
