package org.guichet.organisation.boundary;

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
import java.util.Map;
import java.util.Optional;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.control.SftpKeys;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells organisations 30, 7 and 1 days before that a key or password of theirs ends. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyReminding {
  private static final Logger log = LoggerFactory.getLogger(KeyReminding.class);
  private static final int MOST = 100;

  @Inject Permissions permissions;
  @Inject Organisations organisations;
  @Inject SftpKeys keys;
  @Inject OrganisationMail mail;
  @Inject Clock clock;

  /**
   * Posts the reminders that are due, each once; a server that was down for the earlier ones posts
   * the latest only. At most 100 of each in one transaction: the next turn does the rest.
   *
   * @return how many
   */
  public int remind(Caller caller) {
    permissions.requireEverywhere(caller, Permission.KEY_REMIND);
    Instant now = clock.instant();
    int told = 0;
    for (int days : SftpKey.REMINDERS.stream().sorted(Comparator.naturalOrder()).toList()) {
      List<SftpKey> due = keys.toRemind(days, now, MOST);
      for (SftpKey key : due) {
        organisations.find(key.organisation()).ifPresent(one -> tell(caller, one, key, days, now));
        key.reminded(days);
      }
      told += due.size();
    }
    return told;
  }

  private void tell(Caller caller, Organisation of, SftpKey key, int days, Instant now) {
    OrganisationView to = of.view();
    Instant end = key.expiresAt().orElseThrow();
    Optional<Instant> used = key.view(now).lastUsedAt();
    mail.post(
        caller,
        to,
        "key.expiry",
        Map.of(
            "name", key.name(),
            "fingerprint", key.fingerprint(),
            "lastDay", day(end.minusMillis(1), to),
            "used", used.map(at -> day(at, to)).orElse("-")),
        "/portal/keys",
        key.id() + ":" + days + ":" + end);
    log.info(
        "ORG-115 key's end told of matricule={} key={} days={}", of.matricule(), key.id(), days);
  }

  private String day(Instant instant, OrganisationView reader) {
    return DayText.day(LocalDate.ofInstant(instant, mail.zone()), reader.language());
  }
}
