package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guichet.account.boundary.Operators;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Texts;

/** {@code operator create}, {@code list}. */
@Path("operators")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorsResource {
  private static final String GROUP = "PORTAIL-DEFAUT";
  private static final String ROLE = "EXPLOITANT";

  @Inject Operators operators;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @GET
  public Answer list() {
    Rows rows = new Rows(settings.zone());
    return Answer.rows(operators.list(Caller.commandLine()).stream().map(rows::account).toList());
  }

  @POST
  public Answer create(InputStream body) throws IOException {
    Fields fields = Fields.read(body);
    List<String> roles = fields.texts("roles");
    NewPerson person =
        new NewPerson(
            new PersonName(fields.textOrNone("givenName"), fields.textOrNone("familyName")),
            fields.textOrNone("email"),
            fields.optionalText("language").map(Locale::forLanguageTag).orElse(Locale.FRENCH));
    Wording wording = Wording.askedBy(request);
    Texts account = Texts.askedBy(request).of("account");
    Rows rows = new Rows(settings.zone());
    return operators
        .create(
            Caller.commandLine(),
            person,
            fields.optionalText("group").orElse(GROUP),
            roles.isEmpty() ? Set.of(ROLE) : Set.copyOf(roles))
        .fold(
            created ->
                Answer.done(
                    "CREATED",
                    wording.text("operator.CREATED", created.account().login(), created.link()),
                    rows.account(created.account())),
            refused ->
                Answer.refused(
                    refused.mistakes().get(0).code().name(),
                    refused.mistakes().stream()
                        .map(m -> account.text("mistake." + m.code(), m.arguments().toArray()))
                        .toList()));
  }
}
