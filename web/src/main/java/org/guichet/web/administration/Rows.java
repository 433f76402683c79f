package org.guichet.web.administration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.guichet.account.entity.AccountView;
import org.guichet.audit.entity.AuditView;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.deposit.entity.UnfinishedUpload;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.NoticeView;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Network;
import org.guichet.platform.entity.Sha256;

/**
 * What the desk keeps, as rows of JSON. Times are written in the deployment's zone, to the second,
 * with its offset; what isn't there is null.
 */
final class Rows {
  private final ZoneId zone;

  Rows(ZoneId zone) {
    this.zone = zone;
  }

  JsonObject organisation(OrganisationView organisation) {
    OrganisationIdentity identity = organisation.identity();
    return Json.createObjectBuilder()
        .add("matricule", organisation.matricule().value())
        .add("name", organisation.name())
        .add("email", organisation.email())
        .add("language", organisation.language().toLanguageTag())
        .add("mode", Fields.written(organisation.mode()))
        .add("contracts", Json.createArrayBuilder(organisation.contracts()))
        .add("state", Fields.written(organisation.state()))
        .add("createdAt", time(organisation.createdAt()))
        .add("legalName", identity.legalName().orElse(""))
        .add("seat", identity.seat().orElse(""))
        .add("siret", identity.siret().orElse(""))
        .add("uai", identity.uai().orElse(""))
        .add("ide", identity.ide().orElse(""))
        .build();
  }

  JsonObject key(KeyView key) {
    return Json.createObjectBuilder()
        .add("name", key.name())
        .add("kind", Fields.written(key.kind()))
        .add("algorithm", key.algorithm())
        .add("fingerprint", key.fingerprint())
        .add("scopes", words(key.scopes()))
        .add(
            "sources",
            Json.createArrayBuilder(key.sources().stream().map(Network::toString).toList()))
        .add("status", Fields.written(key.status()))
        .add("createdAt", time(key.createdAt()))
        .add("lastDay", orNull(key.expiresAt().map(this::lastDayBefore)))
        .add("stoppedAt", orNull(key.stoppedAt().map(this::time)))
        .add("lastUsedAt", orNull(key.lastUsedAt().map(this::time)))
        .add("lastUsedFrom", orNull(key.lastUsedFrom()))
        .build();
  }

  JsonObject recipient(MailRecipientView recipient) {
    return Json.createObjectBuilder()
        .add("address", recipient.address())
        .add("language", recipient.language().toLanguageTag())
        .add("receipts", words(recipient.receipts()))
        .add("when", Fields.written(recipient.timing()))
        .add("addedAt", time(recipient.addedAt()))
        .build();
  }

  JsonObject mandate(MandateView mandate) {
    return Json.createObjectBuilder()
        .add("certifier", mandate.certifier().value())
        .add("certifierName", mandate.certifierName())
        .add("depositor", mandate.depositor().value())
        .add("depositorName", mandate.depositorName())
        .add("from", mandate.from().toString())
        .add("until", orNull(mandate.until().map(LocalDate::toString)))
        .add("inForce", mandate.inForce())
        .add("grantedAt", time(mandate.grantedAt()))
        .add("revokedAt", orNull(mandate.revokedAt().map(this::time)))
        .build();
  }

  JsonObject upload(UnfinishedUpload upload) {
    return Json.createObjectBuilder()
        .addNull("number")
        .add("sender", upload.sender().value())
        .add("fileName", upload.fileName())
        .add("size", upload.size())
        .add("kind", Fields.written(upload.folder()))
        .add("channel", Fields.written(upload.channel()))
        .add("status", upload.cutShort() ? "incomplete" : "unnamed")
        .add("receivedAt", time(upload.startedAt()))
        .add("changedAt", time(upload.changedAt()))
        .build();
  }

  JsonObject deposit(DepositView deposit) {
    return Json.createObjectBuilder()
        .add("number", deposit.number())
        .add("sender", deposit.sender().value())
        .add("certifier", orNull(deposit.certifier()))
        .add("contract", orNull(deposit.contract()))
        .add("fileName", deposit.fileName())
        .add("size", deposit.size())
        .add("sha256", orNull(deposit.sha256().map(Sha256::hex)))
        .add("kind", Fields.written(deposit.kind()))
        .add("channel", Fields.written(deposit.channel()))
        .add("status", Fields.written(deposit.status()))
        .add("refusal", orNull(deposit.refusal().map(RefusalCode::number)))
        .add("idFlux", orNull(deposit.idFlux()))
        .add(
            "idTraitement",
            deposit.treatment().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
        .add("accepted", deposit.accepted())
        .add("rejected", deposit.rejected())
        .add("receivedAt", time(deposit.receivedAt()))
        .add("decidedAt", orNull(deposit.decidedAt().map(this::time)))
        .build();
  }

  JsonObject mail(NoticeView mail) {
    return Json.createObjectBuilder()
        .add("id", mail.id().toString())
        .add("to", mail.to())
        .add("subject", mail.subject())
        .add("template", mail.template())
        .add("state", Fields.written(mail.status()))
        .add("postedAt", time(mail.postedAt()))
        .add("attempts", mail.attempts())
        .add("nextTryAt", orNull(mail.nextTryAt().map(this::time)))
        .add("changedAt", time(mail.changedAt()))
        .add("failure", orNull(mail.failure().map(why -> Fields.written(why.kind()))))
        .add("answer", orNull(mail.failure().flatMap(why -> Optional.ofNullable(why.answer()))))
        .add("words", orNull(mail.failure().map(MailFailure::words)))
        .build();
  }

  /** An entry of the audit; what it says is worded by {@code deed}. */
  JsonObject audit(AuditView entry, String deed) {
    return Json.createObjectBuilder()
        .add("position", entry.position())
        .add("at", time(entry.at()))
        .add("actor", entry.actorLabel())
        .add("channel", Fields.written(entry.channel()))
        .add("origin", entry.origin())
        .add("action", entry.action())
        .add("deed", deed)
        .add("subjectType", entry.subjectType())
        .add("subject", entry.subject())
        .add(
            "before",
            Json.createObjectBuilder(new TreeMap<String, Object>(entry.values().before())))
        .add("after", Json.createObjectBuilder(new TreeMap<String, Object>(entry.values().after())))
        .add("erased", entry.values().erased())
        .build();
  }

  JsonObject account(AccountView account) {
    return Json.createObjectBuilder()
        .add("login", account.login())
        .add("givenName", account.name().given())
        .add("familyName", account.name().family())
        .add("email", account.email())
        .add("state", Fields.written(account.state()))
        .add("createdAt", time(account.createdAt()))
        .add("lastSignInAt", orNull(account.lastSignInAt().map(this::time)))
        .build();
  }

  /** The instant at which a last day is over. */
  static Instant endOf(LocalDate lastDay, ZoneId zone) {
    return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private String lastDayBefore(Instant end) {
    return end.minusNanos(1).atZone(zone).toLocalDate().toString();
  }

  private String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString();
  }

  private static JsonArrayBuilder words(Collection<? extends Enum<?>> constants) {
    return Json.createArrayBuilder(constants.stream().sorted().map(Fields::written).toList());
  }

  static JsonValue orNull(Optional<String> text) {
    return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
  }
}
