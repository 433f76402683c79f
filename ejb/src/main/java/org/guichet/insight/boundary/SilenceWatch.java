package org.guichet.insight.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guichet.insight.control.SilenceTables;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.SilenceTerms;
import org.guichet.organisation.entity.MandateView;
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
 * Tells certifiers who asked for it, and the depositors themselves, that nothing was dropped for so
 * many days: once for each silence, which the next drop ends.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SilenceWatch {
  private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

  @Inject SilenceTables tables;
  @Inject SilenceTerms terms;
  @Inject OrganisationDirectory directory;
  @Inject Mandates mandates;
  @Inject Letters letters;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Certifiers that want to be told. */
  public List<OrganisationId> watching(Caller caller) {
    permissions.requireEverywhere(caller, Permission.INSIGHT_REMIND);
    return List.copyOf(terms.ofAll(caller).keySet());
  }

  private record Silence(OrganisationView depositor, Instant since, boolean dropped) {}

  /**
   * Tells one of them of the silences that it wasn't told of. Repeating it is harmless.
   *
   * @return how many silences
   */
  public int tell(Caller caller, OrganisationId certifier) {
    permissions.requireEverywhere(caller, Permission.INSIGHT_REMIND);
    tables.lock(certifier); // two servers wake at the same minute
    Optional<Integer> days = terms.chosen(caller, certifier);
    Optional<OrganisationView> own = active(caller, certifier);
    if (days.isEmpty() || own.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    List<Silence> silences = silences(caller, own.get(), days.get(), now);
    if (silences.isEmpty()) {
      return 0;
    }
    for (Silence silence : silences) {
      tables.tell(certifier, silence.depositor().id(), silence.since(), now);
      if (!silence.depositor().id().equals(certifier)) {
        letters.post(
            caller,
            silence.depositor(),
            "silence.depositor",
            language -> facts(silence, own.get(), days.get(), language),
            language -> List.of(),
            "/portal/drop",
            own.get().matricule() + ":" + silence.since());
      }
    }
    tellCertifier(caller, own.get(), days.get(), silences, now);
    log.info(
        "INS-102 told of silences matricule={} depositors={} days={}",
        own.get().matricule(),
        silences.size(),
        days.get());
    return silences.size();
  }

  private void tellCertifier(
      Caller caller, OrganisationView certifier, int days, List<Silence> silences, Instant now) {
    letters.post(
        caller,
        certifier,
        "silence.certifier",
        language ->
            Map.of("count", Integer.toString(silences.size()), "days", Integer.toString(days)),
        language ->
            silences.stream().map(silence -> facts(silence, certifier, days, language)).toList(),
        "/portal/deposits",
        now.toString());
  }

  private Map<String, String> facts(
      Silence silence, OrganisationView certifier, int days, Locale language) {
    LocalDate since = LocalDate.ofInstant(silence.since(), settings.zone());
    return Map.of(
        "sender",
        silence.depositor().matricule() + " " + silence.depositor().name(),
        "certifier",
        certifier.matricule() + " " + certifier.name(),
        "days",
        Integer.toString(days),
        "since",
        DayText.day(since, language),
        "kind",
        silence.dropped() ? "SILENCE_DROPPED" : "SILENCE_NEVER");
  }

  private List<Silence> silences(Caller caller, OrganisationView certifier, int days, Instant now) {
    Map<OrganisationId, Instant> drops = tables.lastDrops(certifier.id());
    Map<OrganisationId, Instant> since = new HashMap<>();
    for (MandateView mandate : mandates.list(caller, certifier.matricule())) {
      if (mandate.inForce() && mandate.certifier().equals(certifier.matricule())) {
        directory
            .findByMatricule(caller, mandate.depositor())
            .ifPresent(one -> since.merge(one.id(), begin(mandate), SilenceWatch::earlier));
      }
    }
    if (drops.containsKey(certifier.id())) {
      since.put(certifier.id(), Instant.EPOCH); // it drops itself, and needs no mandate
    }
    List<Silence> silences = new ArrayList<>();
    since.forEach(
        (id, begin) -> {
          Instant last = drops.getOrDefault(id, begin);
          if (!last.plus(Duration.ofDays(days)).isAfter(now)
              && !tables.told(certifier.id(), id, last)) {
            active(caller, id)
                .ifPresent(one -> silences.add(new Silence(one, last, drops.containsKey(id))));
          }
        });
    return silences;
  }

  private Optional<OrganisationView> active(Caller caller, OrganisationId id) {
    return directory.find(caller, id).filter(one -> one.state() == OrganisationState.ACTIVE);
  }

  /** When it let anybody drop. */
  private Instant begin(MandateView mandate) {
    Instant first = mandate.from().atStartOfDay(settings.zone()).toInstant();
    return first.isAfter(mandate.grantedAt()) ? first : mandate.grantedAt();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
