package org.guichet.roster.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.account.boundary.Members;
import org.guichet.account.boundary.RightsGiving;
import org.guichet.account.entity.NewPerson;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.RosterTexts;
import org.guichet.roster.control.keeping.DropReport;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterImport;

/** Tells whoever ordered an import, or whose files it is made of, what became of it. */
@Dependent
class ImportLetters {
  private static final Caller DESK = Caller.system("imports");

  @Inject RightsGiving people;
  @Inject Members members;
  @Inject OrganisationDirectory directory;
  @Inject Notices notices;
  @Inject Settings settings;

  void applied(Caller caller, RosterImport done, PlanSummary summary) {
    Optional<NewPerson> reader =
        done.endedBy().or(done::createdBy).flatMap(id -> people.person(caller, id));
    reader.ifPresent(
        to ->
            notices.post(
                caller,
                new Notice(
                    to.email(),
                    to.language(),
                    "roster.applied",
                    Map.of(
                        "organisation", name(caller, done),
                        "created", Integer.toString(summary.count(Operation.CREATE)),
                        "changed", Integer.toString(summary.count(Operation.CHANGE)),
                        "unchanged", Integer.toString(summary.count(Operation.UNCHANGED)),
                        "left", Integer.toString(summary.count(Operation.LEAVE)),
                        "link", settings.publicUrl() + "/portal/import-done?id=" + done.id(),
                        "publicUrl", settings.publicUrl().toString()),
                    List.of(),
                    "roster.applied:" + done.id() + ":" + to.email())));
  }

  /** Tells an organisation's administrators what became of files that came by SFTP. */
  void reported(OrganisationView organisation, ImportReportLedger.Owed owed, String report) {
    Map<String, String> words = new HashMap<>(common(organisation, report));
    words.put(
        "files",
        owed.figures().files().values().stream()
            .map(DropReport.DroppedFile::name)
            .sorted()
            .collect(Collectors.joining(", ")));
    words.put(
        "link",
        settings.publicUrl()
            + (owed.kind() == ReportKind.APPLIED
                ? "/portal/import-done?id="
                : owed.kind() == ReportKind.FAILED
                    ? "/portal/import-files?id="
                    : owed.kind() == ReportKind.GIVEN_UP
                        ? "/portal/import-done?id="
                        : "/portal/import-report?id=")
            + owed.id());
    words.put("incident", owed.figures().incident().orElse("-"));
    Optional<PlanSummary> summary = owed.figures().summary();
    words.put("created", count(summary, Operation.CREATE));
    words.put("changed", count(summary, Operation.CHANGE));
    words.put("unchanged", count(summary, Operation.UNCHANGED));
    words.put("errors", count(summary, Operation.ERROR));
    words.put("unreadable", Long.toString(summary.map(PlanSummary::unreadable).orElse(0L)));
    String key = owed.id() + ":" + owed.kind() + ":" + report;
    post(
        organisation,
        "roster.dropped." + owed.kind(),
        words,
        language -> Map.of("why", String.join(" ", owed.figures().reasons(language))),
        key);
  }

  private static String count(Optional<PlanSummary> summary, Operation operation) {
    return Integer.toString(summary.map(one -> one.count(operation)).orElse(0));
  }

  /**
   * Tells them that a file isn't taken; once an hour of a file of one name and one reason, as a
   * program may try it each minute. Each refusal has its report.
   */
  void refused(
      OrganisationView organisation,
      PeopleFile file,
      RosterFinding why,
      String report,
      Instant now) {
    Map<String, String> words = new HashMap<>(common(organisation, report));
    words.put("files", file.name());
    words.put("code", why.code().number());
    String hour = now.truncatedTo(ChronoUnit.HOURS).toString();
    String key =
        String.join(":", organisation.matricule().value(), why.code().number(), hour, file.name());
    post(
        organisation,
        "roster.dropped.REFUSED",
        words,
        language ->
            Map.of(
                "reason", RosterTexts.what(why, language),
                "mend", RosterTexts.mend(why, language)),
        key);
  }

  private Map<String, String> common(OrganisationView organisation, String report) {
    return Map.of(
        "organisation",
        organisation.matricule() + " " + organisation.name(),
        "report",
        report,
        "publicUrl",
        settings.publicUrl().toString());
  }

  /**
   * To all who administer it; where nobody does, to its address.
   *
   * @param told what is in words, for the language of each
   */
  private void post(
      OrganisationView organisation,
      String template,
      Map<String, String> words,
      Function<Locale, Map<String, String>> told,
      String key) {
    List<NewPerson> readers = members.administrators(DESK, organisation.id());
    if (readers.isEmpty()) {
      Locale language = organisation.language();
      post(template, words, told.apply(language), organisation.email(), language, key);
    }
    for (NewPerson reader : readers) {
      Locale language = reader.language();
      post(template, words, told.apply(language), reader.email(), language, key);
    }
  }

  private void post(
      String template,
      Map<String, String> figures,
      Map<String, String> told,
      String address,
      Locale language,
      String key) {
    Map<String, String> words = new HashMap<>(figures);
    words.putAll(told);
    notices.post(
        DESK,
        new Notice(
            address,
            language,
            template,
            words,
            List.of(),
            "dropped:" + named(key + " " + address)));
  }

  /** Of a length that doesn't hang on the address. */
  private static UUID named(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private String name(Caller caller, RosterImport done) {
    return directory
        .find(caller, done.organisation())
        .map(organisation -> organisation.matricule() + " " + organisation.name())
        .orElse("");
  }
}
