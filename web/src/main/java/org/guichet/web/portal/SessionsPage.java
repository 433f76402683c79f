package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.account.boundary.Sessions;
import org.guichet.account.entity.SessionView;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.organisation.boundary.DoorSessions;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/sessions}: where the visitor is signed in, and which machines of the
 * visitor's organisations are in over SFTP.
 */
@Named
@RequestScoped
public class SessionsPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Sessions sessions;
  @Inject DoorSessions doors;
  @Inject Permissions permissions;

  private @Nullable List<Row> rows;
  private @Nullable List<Machine> machines;

  public List<Row> getSessions() {
    if (rows == null) {
      Texts texts = Texts.in(language.getLocale());
      rows = sessions.list(visitor.caller()).stream().map(view -> Row.of(view, texts)).toList();
    }
    return rows;
  }

  /** Whether there are organisations whose keys the visitor may see. */
  public boolean isDoors() {
    return visitor.getOrganisations().stream().anyMatch(one -> may(Permission.KEY_VIEW, one));
  }

  /** Machines of those organisations that are in over SFTP. */
  public List<Machine> getMachines() {
    if (machines == null) {
      machines =
          visitor.getOrganisations().stream()
              .filter(one -> may(Permission.KEY_VIEW, one))
              .flatMap(this::machines)
              .toList();
    }
    return machines;
  }

  private Stream<Machine> machines(Belonging organisation) {
    boolean manages = may(Permission.KEY_MANAGE, organisation);
    Texts texts = Texts.in(language.getLocale());
    return doors.list(visitor.caller(), new Matricule(organisation.matricule())).stream()
        .map(
            view ->
                new Machine(
                    view.id().toString(),
                    view.shown(),
                    texts.text(
                        view.certificate() ? "sessions.door.certificate" : "sessions.door.by-key"),
                    organisation.name(),
                    organisation.matricule(),
                    view.since(),
                    view.address(),
                    view.ending(),
                    manages && !view.ending()));
  }

  private boolean may(Permission permission, Belonging organisation) {
    return permissions.allows(visitor.caller(), permission, organisation.organisation());
  }

  /**
   * A machine in its table.
   *
   * @param shown name of its key, or its certificate's fingerprint
   * @param kind what of the two it is
   * @param ending whether it is about to be put out
   * @param endable whether the visitor may put it out
   */
  public record Machine(
      String id,
      String shown,
      String kind,
      String organisation,
      String matricule,
      Instant since,
      String address,
      boolean ending,
      boolean endable) {}

  /**
   * A session in the table.
   *
   * @param agent the browser and the system, as people call them
   */
  public record Row(
      String id,
      String agent,
      boolean current,
      Instant lastSeenAt,
      Instant createdAt,
      String address) {
    static Row of(SessionView view, Texts texts) {
      return new Row(
          view.id().toString(),
          Agent.name(view.agent(), texts),
          view.current(),
          view.lastSeenAt(),
          view.createdAt(),
          view.address());
    }
  }
}
