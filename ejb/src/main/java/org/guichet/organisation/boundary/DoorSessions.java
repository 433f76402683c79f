package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.SftpSessions;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.SftpSession;
import org.guichet.organisation.entity.SftpSessionView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which machines of an organisation are in over SFTP, and how one is put out. Doors hold sessions
 * and look at each every second or so ({@link KeySignIn#goesOn}); what is said here reaches them
 * through the table, on whatever server they are.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class DoorSessions {
  private static final Logger log = LoggerFactory.getLogger(DoorSessions.class);

  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject SftpSessions sessions;
  @Inject AuditTrail trail;
  @Inject ServerRun run;
  @Inject Clock clock;

  /** Those that are open, the newest first. */
  public List<SftpSessionView> list(Caller caller, Matricule matricule) {
    Organisation organisation = access.require(caller, Permission.KEY_VIEW, matricule);
    return sessions.of(organisation.id()).stream().map(SftpSession::view).toList();
  }

  /**
   * Has a session end within seconds; what it uploads stays unfinished. Its key gets in again: to
   * keep that out, stop it.
   *
   * @return false when it is over, or about to be
   */
  public boolean end(Caller caller, Matricule matricule, UUID id) {
    Organisation organisation = access.require(caller, Permission.KEY_MANAGE, matricule);
    SftpSession session =
        sessions
            .find(id)
            .filter(found -> found.organisation().equals(organisation.id()))
            .orElse(null);
    if (session == null || !session.end(clock.instant())) {
      return false;
    }
    trail.write(
        caller,
        AuditEntry.of(
                AuditAction.KEY_SESSION_ENDED,
                AuditSubject.of(
                    AuditSubject.Type.KEY,
                    session.key().map(Object::toString).orElse(session.view().shown())))
            .in(organisation.id())
            .after(Map.of("name", session.view().shown(), "address", session.view().address())));
    log.info(
        "ORG-116 SFTP session to be ended matricule={} session={} by={}",
        matricule,
        id,
        caller.label());
    return true;
  }

  /**
   * Forgets sessions that this server's earlier runs held: nobody is in them any more.
   *
   * @return how many
   */
  public int forgetEarlierRuns(Caller caller) {
    permissions.requireEverywhere(caller, Permission.KEY_REMIND);
    return sessions.removeEarlierRuns(run.node(), run.name());
  }
}
