package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.json.Json;
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
import java.util.EnumSet;
import java.util.Set;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.NewPassword;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Settings;

/** {@code key add}, {@code add-password}, {@code list}, {@code stop}. */
@Path("organisations/{matricule}/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {
  @Inject KeyRing keys;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @GET
  public Answer list(@PathParam("matricule") String text) {
    Rows rows = new Rows(settings.zone());
    return Answer.rows(
        keys.list(Caller.commandLine(), Wording.matricule(text)).stream().map(rows::key).toList());
  }

  @POST
  public Answer add(@PathParam("matricule") String text, InputStream body) throws IOException {
    Matricule matricule = Wording.matricule(text);
    Fields fields = Fields.read(body);
    NewKey data =
        new NewKey(
            fields.textOrNone("name"),
            fields.textOrNone("publicKey"),
            scopes(fields),
            fields.date("lastDay").map(day -> Rows.endOf(day, settings.zone())),
            fields.texts("sources"));
    Wording wording = Wording.askedBy(request);
    Rows rows = new Rows(settings.zone());
    return keys.add(Caller.commandLine(), matricule, data)
        .fold(
            added ->
                Answer.done(
                    "ADDED",
                    wording.text(
                        "key.ADDED", added.key().name(), matricule, added.key().fingerprint()),
                    rows.key(added.key())),
            known ->
                Answer.unchanged(
                    "ALREADY_THERE",
                    wording.text("key.ALREADY_THERE", known.key().name(), matricule),
                    rows.key(known.key())),
            refused -> wording.refused(refused.mistakes()));
  }

  /** Its answer is the only place where a password is ever shown. */
  @POST
  @Path("passwords")
  public Answer addPassword(@PathParam("matricule") String text, InputStream body)
      throws IOException {
    Matricule matricule = Wording.matricule(text);
    Fields fields = Fields.read(body);
    NewPassword data =
        new NewPassword(
            fields.textOrNone("name"),
            scopes(fields),
            fields.date("lastDay").map(day -> Rows.endOf(day, settings.zone())),
            fields.texts("sources"));
    Wording wording = Wording.askedBy(request);
    Rows rows = new Rows(settings.zone());
    return keys.addPassword(Caller.commandLine(), matricule, data)
        .fold(
            added ->
                Answer.done(
                    "ADDED",
                    wording.text(
                        "key.PASSWORD_ADDED",
                        added.key().name(),
                        matricule,
                        added.password().value()),
                    Json.createObjectBuilder(rows.key(added.key()))
                        .add("password", added.password().value())
                        .build()),
            refused -> wording.refused(refused.mistakes()));
  }

  private static Set<KeyScope> scopes(Fields fields) {
    Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
    for (String word : fields.texts("scopes")) {
      scopes.add(Fields.choice("scopes", word, KeyScope.class));
    }
    return scopes.isEmpty() ? KeyScope.USUAL : scopes;
  }

  @POST
  @Path("stop")
  public Answer stop(@PathParam("matricule") String text, InputStream body) throws IOException {
    Matricule matricule = Wording.matricule(text);
    String name = Fields.read(body).text("name");
    Wording wording = Wording.askedBy(request);
    return keys.stop(Caller.commandLine(), matricule, name)
        ? Answer.done("STOPPED", wording.text("key.STOPPED", name, matricule))
        : Answer.unchanged("ALREADY_STOPPED", wording.text("key.ALREADY_STOPPED", name, matricule));
  }
}
