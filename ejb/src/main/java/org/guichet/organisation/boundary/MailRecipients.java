package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.OrganisationRules;
import org.guichet.organisation.entity.AddRecipientOutcome;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewMailRecipient;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom an organisation wants its receipts mailed to, and how. Without anybody, its receipts still
 * lie in its outbox. Repeating any of it is harmless.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class MailRecipients {
  private static final Logger log = LoggerFactory.getLogger(MailRecipients.class);

  @Inject OrganisationAccess access;
  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Adds an address, or changes how one that is there is written to. */
  public AddRecipientOutcome add(Caller caller, Matricule matricule, NewMailRecipient data) {
    Organisation organisation = access.require(caller, Permission.RECIPIENT_MANAGE, matricule);
    List<Mistake> mistakes = OrganisationRules.mistakes(data);
    if (!mistakes.isEmpty()) {
      return new AddRecipientOutcome.Refused(mistakes);
    }
    Optional<MailRecipientView> before = find(organisation, data.address());
    return organisation
        .writeTo(ids.get(), data, clock.instant())
        .fold(
            added -> {
              audit(
                  caller,
                  organisation,
                  AuditAction.RECIPIENT_ADDED,
                  Optional.empty(),
                  Optional.of(added.recipient()));
              log.info(
                  "ORG-131 mail recipient added matricule={} recipient={} timing={} by={}",
                  matricule,
                  added.recipient().id(),
                  data.timing(),
                  caller.label());
              return added;
            },
            changed -> {
              audit(
                  caller,
                  organisation,
                  AuditAction.RECIPIENT_CHANGED,
                  before,
                  Optional.of(changed.recipient()));
              log.info(
                  "ORG-132 mail recipient changed matricule={} recipient={} timing={} by={}",
                  matricule,
                  changed.recipient().id(),
                  data.timing(),
                  caller.label());
              return changed;
            },
            known -> known,
            refused -> refused);
  }

  private static Optional<MailRecipientView> find(Organisation organisation, String address) {
    String wanted = address.strip();
    return organisation.view().recipients().stream()
        .filter(one -> one.address().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** By its id: an address is somebody's, and stands in no audit. */
  private void audit(
      Caller caller,
      Organisation organisation,
      AuditAction action,
      Optional<MailRecipientView> before,
      Optional<MailRecipientView> after) {
    trail.write(
        caller,
        AuditEntry.of(action, AuditSubject.organisation(organisation.id()))
            .in(organisation.id())
            .before(before.map(MailRecipients::values).orElse(Map.of()))
            .after(after.map(MailRecipients::values).orElse(Map.of())));
  }

  private static Map<String, String> values(MailRecipientView view) {
    return Map.of(
        "recipient", view.id().toString(),
        "language", view.language().toLanguageTag(),
        "receipts", view.receipts().stream().sorted().toList().toString(),
        "timing", view.timing().name());
  }

  /** By address. */
  public List<MailRecipientView> list(Caller caller, Matricule matricule) {
    return access.require(caller, Permission.RECIPIENT_VIEW, matricule).view().recipients();
  }

  /**
   * This address is not written to any more; what was posted before still leaves.
   *
   * @return false when it wasn't written to
   */
  public boolean remove(Caller caller, Matricule matricule, String address) {
    Organisation organisation = access.require(caller, Permission.RECIPIENT_MANAGE, matricule);
    Optional<MailRecipientView> before = find(organisation, address);
    boolean removed = organisation.stopWritingTo(address);
    if (removed) {
      audit(caller, organisation, AuditAction.RECIPIENT_REMOVED, before, Optional.empty());
      log.info("ORG-133 mail recipient removed matricule={} by={}", matricule, caller.label());
    }
    return removed;
  }
}
