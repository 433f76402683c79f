package org.guichet.organisation.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.DepositRight.Refusal;
import org.guichet.organisation.entity.Mandate;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/** Judges drops of one instant; reasons are looked at in the order of {@link Refusal}. */
public final class DepositJudgement {
  private final Organisations organisations;
  private final MandateBook mandates;
  private final ZoneId zone;
  private final Instant droppedAt;

  /**
   * @param zone in which the days of contracts and mandates begin and end
   */
  public DepositJudgement(
      Organisations organisations, MandateBook mandates, ZoneId zone, Instant droppedAt) {
    this.organisations = organisations;
    this.mandates = mandates;
    this.zone = zone;
    this.droppedAt = droppedAt;
  }

  public DepositRight judge(
      OrganisationId dropper, String issuer, String certifier, String contract) {
    Organisation sender = organisations.find(dropper).orElseThrow();
    Optional<Organisation> named = known(certifier);
    String senderMatricule = sender.matricule().value();
    if (known(issuer).isEmpty()) {
      return refused(Refusal.UNKNOWN_ISSUER, named, issuer);
    }
    if (!Matricule.parse(issuer).equals(Optional.of(sender.matricule()))) {
      return refused(Refusal.ISSUER_IS_NOT_SENDER, named, issuer, senderMatricule);
    }
    if (!sender.activeAt(droppedAt)) {
      return refused(Refusal.SENDER_SUSPENDED, named, senderMatricule);
    }
    if (named.isEmpty()) {
      return refused(Refusal.UNKNOWN_CERTIFIER, named, certifier);
    }
    if (!named.get().activeAt(droppedAt)) {
      return refused(Refusal.CERTIFIER_SUSPENDED, named, certifier);
    }
    LocalDate day = droppedAt.atZone(zone).toLocalDate();
    if (!named.get().certifiedUnder(contract, droppedAt, day)) {
      return refused(Refusal.WRONG_CONTRACT, named, contract, certifier);
    }
    return judgeMandate(sender, named.get());
  }

  private DepositRight judgeMandate(Organisation sender, Organisation certifier) {
    if (sender.id().equals(certifier.id())) {
      return rightful(certifier);
    }
    List<Mandate> granted =
        mandates.between(certifier.id(), sender.id()).stream()
            .filter(mandate -> mandate.grantedBy(droppedAt))
            .toList();
    Optional<Organisation> named = Optional.of(certifier);
    String giver = certifier.matricule().value();
    String taker = sender.matricule().value();
    if (granted.isEmpty()) {
      return refused(Refusal.NO_MANDATE, named, giver, taker);
    }
    if (granted.stream().anyMatch(mandate -> mandate.inForce(droppedAt, zone))) {
      return rightful(certifier);
    }
    Mandate latest = granted.get(granted.size() - 1);
    return refused(
        Refusal.MANDATE_NOT_IN_FORCE,
        named,
        giver,
        taker,
        latest.from().toString(),
        latest.lastDay(zone).map(LocalDate::toString).orElse(""));
  }

  private Optional<Organisation> known(String matricule) {
    return Matricule.parse(matricule)
        .flatMap(organisations::findByMatricule)
        .filter(organisation -> organisation.existedAt(droppedAt));
  }

  private static DepositRight rightful(Organisation certifier) {
    return new DepositRight(null, Optional.of(certifier.view()), List.of());
  }

  private static DepositRight refused(
      Refusal refusal, Optional<Organisation> certifier, String... arguments) {
    return new DepositRight(refusal, certifier.map(Organisation::view), List.of(arguments));
  }
}
