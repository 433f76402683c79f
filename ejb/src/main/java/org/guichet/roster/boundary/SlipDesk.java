package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guichet.account.boundary.SlipAccounts;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.PdfPrinter;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.SlipCodes;
import org.guichet.roster.control.SlipPaper;
import org.guichet.roster.control.keeping.PeopleList.Moment;
import org.guichet.roster.control.keeping.SlipBook;
import org.guichet.roster.entity.Slip;
import org.guichet.roster.entity.SlipPlan;
import org.guichet.roster.entity.SlipTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints slips by which people come in for the first time, or again when they have no address. Each
 * printing makes new codes: those of earlier slips stop working, since nobody can be told them
 * again.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class SlipDesk {
  /** So long a code works. */
  static final Duration LIFE = Duration.ofDays(90);

  /** Where codes are typed, from the root of the portal. */
  static final String ENTRANCE = "/signin/slip";

  private static final Logger log = LoggerFactory.getLogger(SlipDesk.class);

  @Inject Permissions permissions;
  @Inject SlipBook book;
  @Inject SlipCodes codes;
  @Inject SlipAccounts accounts;
  @Inject AuditTrail trail;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * What printing comes to. Changes nothing.
   *
   * @throws RefusedException with {@code NO_SUCH_PERSON} for a class, a person or an import that
   *     isn't there
   */
  public SlipPlan look(Caller caller, OrganisationId organisation, SlipTarget target) {
    permissions.require(caller, Permission.PEOPLE_MANAGE, organisation);
    String title = title(organisation, target);
    Moment now = now();
    boolean renewing = renewing(caller, organisation, target, now);
    return book.plan(title, organisation, target, renewing, now);
  }

  /**
   * Makes new codes for everybody who has no account yet, and prints them as PDF; for one person
   * also when they have one to which nothing can be mailed.
   *
   * @throws RefusedException with {@code NO_SUCH_PERSON} for a class or a person that isn't there
   */
  public byte[] print(
      Caller caller, OrganisationId organisation, SlipTarget target, Locale language) {
    permissions.require(caller, Permission.PEOPLE_MANAGE, organisation);
    String title = title(organisation, target);
    Moment now = now();
    Instant end = now.at().plus(LIFE);
    List<SlipPaper.Line> lines = new ArrayList<>();
    boolean renewing = renewing(caller, organisation, target, now);
    for (Slip slip : book.due(organisation, target, renewing, now)) {
      String code = codes.next();
      book.write(slip.person(), codes.hash(slip.person(), code), now.at(), end);
      lines.add(new SlipPaper.Line(slip.name(), slip.login(), code));
    }
    AuditSubject subject =
        target
            .person()
            .map(id -> AuditSubject.of(AuditSubject.Type.PERSON, id.toString()))
            .orElseGet(() -> AuditSubject.organisation(organisation));
    trail.write(
        caller,
        AuditEntry.of(AuditAction.SLIPS_PRINTED, subject)
            .in(organisation)
            .after(
                Map.of(
                    "count", Integer.toString(lines.size()),
                    "class", target.schoolClass().map(Object::toString).orElse(""))));
    log.info("ROS-302 slips printed organisation={} count={}", organisation, lines.size());
    String address = settings.publicUrl() + ENTRANCE;
    LocalDate lastDay = LocalDate.ofInstant(end, settings.zone());
    ByteArrayOutputStream paper = new ByteArrayOutputStream();
    try {
      PdfPrinter.print(SlipPaper.paper(title, lines, address, lastDay, language, now.at()), paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return paper.toByteArray();
  }

  /**
   * Makes new codes for those of these people who have no account yet, to be handed out otherwise
   * than on slips. Earlier ones stop working.
   *
   * @param imported the import whose report tells them
   * @param people of the organisation, 500 at most; others get none
   * @return by person
   */
  public Map<UUID, String> codes(
      Caller caller, OrganisationId organisation, UUID imported, List<UUID> people) {
    permissions.require(caller, Permission.PEOPLE_MANAGE, organisation);
    Moment now = now();
    Map<UUID, String> made = new LinkedHashMap<>();
    Map<UUID, String> hashes = new LinkedHashMap<>();
    for (UUID person : book.dueAmong(organisation, people, now)) {
      String code = codes.next();
      made.put(person, code);
      hashes.put(person, codes.hash(person, code));
    }
    book.writeAll(hashes, now.at(), now.at().plus(LIFE));
    if (!made.isEmpty()) {
      trail.write(
          caller,
          AuditEntry.of(
                  AuditAction.SLIPS_PRINTED,
                  AuditSubject.of(AuditSubject.Type.IMPORT, imported.toString()))
              .in(organisation)
              .after(Map.of("count", Integer.toString(made.size()))));
    }
    return made;
  }

  private String title(OrganisationId organisation, SlipTarget target) {
    return book.title(organisation, target)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NO_SUCH_PERSON, "slips for nobody there"));
  }

  private boolean renewing(
      Caller caller, OrganisationId organisation, SlipTarget target, Moment now) {
    return target
        .person()
        .flatMap(person -> book.account(organisation, person, now))
        .filter(account -> accounts.renewable(caller, account))
        .isPresent();
  }

  private Moment now() {
    Instant at = clock.instant();
    return new Moment(at, LocalDate.ofInstant(at, settings.zone()));
  }
}
