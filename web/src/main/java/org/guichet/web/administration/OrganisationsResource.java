package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;

/** {@code org add}, {@code identify}, {@code list}, {@code suspend}, {@code resume}. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {
  @Inject OrganisationRegister register;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @GET
  public Answer list() {
    List<JsonObject> rows = new ArrayList<>();
    Page<OrganisationView> page;
    do {
      page = register.list(Caller.commandLine(), PageRequest.from(rows.size()));
      page.rows().forEach(organisation -> rows.add(rows().organisation(organisation)));
    } while (!page.rows().isEmpty() && rows.size() < page.total());
    return Answer.rows(rows);
  }

  @POST
  public Answer add(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    NewOrganisation data =
        new NewOrganisation(
            fields.textOrNone("matricule"),
            fields.textOrNone("name"),
            fields.textOrNone("email"),
            fields.optionalText("language").map(Locale::forLanguageTag).orElse(Locale.FRENCH),
            fields.optionalText("contract"),
            fields.choice("mode", CheckingMode.class).orElse(CheckingMode.STRICT),
            identity(fields));
    Wording wording = Wording.askedBy(request);
    return register
        .add(Caller.commandLine(), data)
        .fold(
            added ->
                Answer.done(
                    "ADDED",
                    wording.text(
                        "org.ADDED", added.organisation().matricule(), added.organisation().name()),
                    rows().organisation(added.organisation())),
            extended ->
                Answer.done(
                    "CONTRACT_ADDED",
                    wording.text(
                        "org.CONTRACT_ADDED",
                        extended.organisation().matricule(),
                        extended.contract()),
                    rows().organisation(extended.organisation())),
            known ->
                Answer.unchanged(
                    "ALREADY_THERE",
                    wording.text("org.ALREADY_THERE", known.organisation().matricule()),
                    rows().organisation(known.organisation())),
            refused -> wording.refused(refused.mistakes()));
  }

  private static OrganisationIdentity identity(Fields fields) {
    return new OrganisationIdentity(
        fields.optionalText("legalName"),
        fields.optionalText("seat"),
        fields.optionalText("siret"),
        fields.optionalText("uai"),
        fields.optionalText("ide"));
  }

  @POST
  @Path("{matricule}/identity")
  public Answer identify(@PathParam("matricule") String text, InputStream body) throws IOException {
    Matricule matricule = Wording.matricule(text);
    Wording wording = Wording.askedBy(request);
    return register
        .identify(Caller.commandLine(), matricule, identity(Fields.read(body)))
        .fold(
            done ->
                Answer.done(
                    "IDENTIFIED",
                    wording.text("org.IDENTIFIED", matricule),
                    rows().organisation(done.organisation())),
            refused -> wording.refused(refused.mistakes()));
  }

  @POST
  @Path("{matricule}/suspend")
  public Answer suspend(@PathParam("matricule") String text) {
    Matricule matricule = Wording.matricule(text);
    return moved(
        register.suspend(Caller.commandLine(), matricule),
        "SUSPENDED",
        "ALREADY_SUSPENDED",
        matricule);
  }

  @POST
  @Path("{matricule}/resume")
  public Answer resume(@PathParam("matricule") String text) {
    Matricule matricule = Wording.matricule(text);
    return moved(
        register.resume(Caller.commandLine(), matricule), "RESUMED", "ALREADY_ACTIVE", matricule);
  }

  private Answer moved(boolean changed, String done, String unchanged, Matricule matricule) {
    Wording wording = Wording.askedBy(request);
    return changed
        ? Answer.done(done, wording.text("org." + done, matricule))
        : Answer.unchanged(unchanged, wording.text("org." + unchanged, matricule));
  }

  private Rows rows() {
    return new Rows(settings.zone());
  }
}
