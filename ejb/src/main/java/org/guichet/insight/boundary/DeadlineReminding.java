package org.guichet.insight.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guichet.insight.control.DeadlineTables;
import org.guichet.insight.control.DeadlineTables.Pressing;
import org.guichet.insight.control.DeadlineTables.Span;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds organisations of refused passages whose deadline nears or is over: at most once a day,
 * and only when something presses that the last mail didn't count.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeadlineReminding {
  private static final Logger log = LoggerFactory.getLogger(DeadlineReminding.class);
  private static final int SHOWN = 20;

  @Inject DeadlineTables tables;
  @Inject OrganisationDirectory directory;
  @Inject Letters letters;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Whom a deadline presses: whoever dropped the passage, and its certifier. */
  public List<OrganisationId> concerned(Caller caller) {
    permissions.requireEverywhere(caller, Permission.INSIGHT_REMIND);
    return settings.mail().deadlineDays() == 0 ? List.of() : tables.concerned(span().last());
  }

  /**
   * Reminds one of them, where a reminder is due. Repeating it is harmless; a server that was down
   * for days sends one mail about all of it.
   *
   * @return how many mails were posted
   */
  public int remind(Caller caller, OrganisationId organisation) {
    permissions.requireEverywhere(caller, Permission.INSIGHT_REMIND);
    Span span = span();
    tables.lock(organisation); // two servers wake at the same minute
    Optional<OrganisationView> whom =
        directory
            .find(caller, organisation)
            .filter(view -> view.state() == OrganisationState.ACTIVE);
    if (settings.mail().deadlineDays() == 0 || whom.isEmpty() || !due(organisation, span)) {
      return 0;
    }
    Instant now = clock.instant(); // a verdict that comes meanwhile is told of another time
    int mails = tell(caller, whom.get(), span, now);
    tables.told(organisation, span, now);
    return mails;
  }

  private boolean due(OrganisationId organisation, Span span) {
    boolean today = tables.lastTold(organisation).filter(span.today()::equals).isPresent();
    return !today && tables.untold(organisation, span) > 0;
  }

  private Span span() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    return new Span(today, today.plusDays(settings.mail().deadlineDays()));
  }

  private int tell(Caller caller, OrganisationView to, Span span, Instant now) {
    List<Pressing> pressing = tables.pressing(to.id(), span, now);
    if (pressing.isEmpty()) {
      return 0;
    }
    long late = pressing.stream().mapToLong(Pressing::late).sum();
    long near = pressing.stream().mapToLong(Pressing::soon).sum();
    LocalDate first =
        pressing.stream().map(Pressing::first).min(Comparator.naturalOrder()).orElseThrow();
    int mails =
        letters.post(
            caller,
            to,
            "deadline.near",
            language ->
                Map.of(
                    "near", Long.toString(near),
                    "late", Long.toString(late),
                    "days", Integer.toString(settings.mail().deadlineDays()),
                    "day", DayText.day(first, language)),
            language -> rows(pressing, language),
            "/portal/deadlines",
            span.today().toString());
    log.info(
        "INS-101 told of deadlines matricule={} near={} late={} mails={}",
        to.matricule(),
        near,
        late,
        mails);
    return mails;
  }

  private static List<Map<String, String>> rows(List<Pressing> pressing, Locale language) {
    return pressing.stream()
        .limit(SHOWN)
        .map(
            one ->
                Map.of(
                    "sender", one.issuer() + " " + one.name(),
                    "near", Long.toString(one.soon()),
                    "late", Long.toString(one.late()),
                    "day", DayText.day(one.first(), language)))
        .toList();
  }
}
