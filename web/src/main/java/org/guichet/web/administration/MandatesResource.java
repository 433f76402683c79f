package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.entity.MandateView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/** {@code mandate add}, {@code list}, {@code revoke}. */
@Path("mandates")
@Produces(MediaType.APPLICATION_JSON)
public class MandatesResource {
  @Inject Mandates mandates;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @GET
  public Answer list(@QueryParam("organisation") @Nullable String text) {
    if (text == null) {
      throw new MistakeException("MISSING", "organisation");
    }
    Rows rows = new Rows(settings.zone());
    return Answer.rows(
        mandates.list(Caller.commandLine(), Wording.matricule(text)).stream()
            .map(rows::mandate)
            .toList());
  }

  @POST
  public Answer add(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    LocalDate from = fields.date("from").orElseThrow(() -> new MistakeException("MISSING", "from"));
    Wording wording = Wording.askedBy(request);
    Rows rows = new Rows(settings.zone());
    return mandates
        .add(
            Caller.commandLine(),
            Wording.matricule(fields.text("certifier")),
            Wording.matricule(fields.text("depositor")),
            from,
            fields.date("until"))
        .fold(
            added ->
                Answer.done(
                    "ADDED",
                    said(wording, "ADDED", added.mandate()),
                    rows.mandate(added.mandate())),
            known ->
                Answer.unchanged(
                    "ALREADY_THERE",
                    said(wording, "ALREADY_THERE", known.mandate()),
                    rows.mandate(known.mandate())),
            refused -> wording.refused(refused.mistakes()));
  }

  private static String said(Wording wording, String code, MandateView mandate) {
    String open = mandate.until().isEmpty() ? ".open" : "";
    return wording.text(
        "mandate." + code + open,
        mandate.certifier(),
        mandate.depositor(),
        mandate.from().toString(),
        mandate.until().map(LocalDate::toString).orElse(""));
  }

  @POST
  @Path("revoke")
  public Answer revoke(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    Matricule certifier = Wording.matricule(fields.text("certifier"));
    Matricule depositor = Wording.matricule(fields.text("depositor"));
    int revoked = mandates.revoke(Caller.commandLine(), certifier, depositor);
    Wording wording = Wording.askedBy(request);
    return revoked > 0
        ? Answer.done("REVOKED", wording.text("mandate.REVOKED", certifier, depositor))
        : Answer.unchanged(
            "ALREADY_REVOKED", wording.text("mandate.ALREADY_REVOKED", certifier, depositor));
  }
}
