package org.guichet.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.audit.control.AuditRecords;
import org.guichet.audit.control.DetailsJson;
import org.guichet.audit.control.PersonalTexts;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.audit.entity.AuditView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;

/** Shows operators who did what. Looking is itself an entry. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class AuditSearch {
  @Inject Permissions permissions;
  @Inject AuditRecords entries;
  @Inject PersonalTexts texts;
  @Inject AuditTrail trail;

  /** The newest first. */
  public Page<AuditView> list(Caller caller, AuditQuery query) {
    permissions.requireEverywhere(caller, Permission.AUDIT_VIEW);
    Page<AuditView> page =
        new Page<>(entries.list(query).stream().map(this::opened).toList(), entries.count(query));
    trail.write(
        caller,
        AuditEntry.of(
                AuditAction.AUDIT_SEARCHED, AuditSubject.of(AuditSubject.Type.AUDIT, "search"))
            .after(asked(query)));
    return page;
  }

  private AuditView opened(AuditRecord entry) {
    String origin = texts.open(entry.origin(), entry.id()).orElse("");
    return entry.view(
        origin,
        texts
            .open(entry.details(), entry.id())
            .map(DetailsJson::read)
            .orElse(AuditView.Values.ERASED));
  }

  private static Map<String, String> asked(AuditQuery query) {
    Map<String, String> asked = new TreeMap<>();
    query.action().ifPresent(v -> asked.put("action", v.name()));
    query.actor().ifPresent(v -> asked.put("actor", v.toString()));
    query.organisation().ifPresent(v -> asked.put("organisation", v.toString()));
    query.subject().ifPresent(v -> asked.put("subject", v));
    query.since().ifPresent(v -> asked.put("since", v.toString()));
    query.until().ifPresent(v -> asked.put("until", v.toString()));
    return asked;
  }
}
