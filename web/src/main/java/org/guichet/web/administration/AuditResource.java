package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guichet.audit.boundary.AuditSealing;
import org.guichet.audit.boundary.AuditSearch;
import org.guichet.audit.boundary.AuditVerification;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.ChainHead;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Texts;

/** {@code audit verify}, {@code list}, {@code head}. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @Inject AuditVerification verification;
  @Inject AuditSearch search;
  @Inject AuditSealing sealing;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @GET
  public Answer list(@QueryParam("limit") @DefaultValue("50") String limit) {
    PageRequest page = new PageRequest(0, number(limit));
    Texts texts = Texts.askedBy(request).of("audit");
    Rows rows = new Rows(settings.zone());
    List<JsonObject> entries =
        search.list(Caller.commandLine(), AuditQuery.all(page)).rows().stream()
            .map(entry -> rows.audit(entry, texts.textOr("action." + entry.action(), "?")))
            .toList();
    return Answer.rows(entries);
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= PageRequest.LARGEST) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new MistakeException("NOT_A_NUMBER", "limit", text);
    }
    throw new MistakeException("NOT_A_NUMBER", "limit", text);
  }

  @GET
  @Path("head")
  public Answer head() {
    ChainHead head = sealing.head(Caller.commandLine());
    return Answer.done(
        "HEAD",
        Wording.askedBy(request)
            .text("audit.HEAD", Long.toString(head.position()), head.hash().hex()),
        Json.createObjectBuilder()
            .add("position", head.position())
            .add("sha256", head.hash().hex())
            .build());
  }

  @POST
  @Path("verify")
  public Answer verify() {
    Wording wording = Wording.askedBy(request);
    Texts audit = Texts.askedBy(request).of("audit");
    return verification
        .verify(Caller.commandLine())
        .fold(
            whole ->
                Answer.done(
                    "WHOLE",
                    wording.text(
                        "audit.WHOLE",
                        Long.toString(whole.head().position()),
                        whole.head().hash().hex(),
                        Long.toString(whole.unsealed()))),
            broken ->
                Answer.refused(
                    broken.fault().name(),
                    List.of(
                        wording.text(
                            "audit.BROKEN",
                            Long.toString(broken.position()),
                            audit.text("fault." + broken.fault()),
                            broken.id().map(Object::toString).orElse("-")))));
  }
}
