package org.guichet.roster.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.account.boundary.RightsGiving;
import org.guichet.account.entity.NewPerson;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.RosterImport;

/** Tells whoever ordered an import that it is done. */
@Dependent
class ImportLetters {
  @Inject RightsGiving people;
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

  private String name(Caller caller, RosterImport done) {
    return directory
        .find(caller, done.organisation())
        .map(organisation -> organisation.matricule() + " " + organisation.name())
        .orElse("");
  }
}
