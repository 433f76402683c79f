package org.guichet.web.administration;

import jakarta.inject.Inject;
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
import java.util.Locale;
import java.util.Set;
import org.guichet.organisation.boundary.MailRecipients;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.organisation.entity.NewMailRecipient;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Settings;

/** {@code recipient add}, {@code list}, {@code remove}. */
@Path("organisations/{matricule}/recipients")
@Produces(MediaType.APPLICATION_JSON)
public class RecipientsResource {
  @Inject MailRecipients recipients;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @GET
  public Answer list(@PathParam("matricule") String text) {
    Rows rows = new Rows(settings.zone());
    return Answer.rows(
        recipients.list(Caller.commandLine(), Wording.matricule(text)).stream()
            .map(rows::recipient)
            .toList());
  }

  @POST
  public Answer add(@PathParam("matricule") String text, InputStream body) throws IOException {
    Matricule matricule = Wording.matricule(text);
    Fields fields = Fields.read(body);
    NewMailRecipient data =
        new NewMailRecipient(
            fields.textOrNone("address"),
            fields.optionalText("language").map(Locale::forLanguageTag).orElse(Locale.FRENCH),
            receipts(fields),
            fields.choice("when", MailTiming.class).orElse(MailTiming.EACH));
    Wording wording = Wording.askedBy(request);
    Rows rows = new Rows(settings.zone());
    return recipients
        .add(Caller.commandLine(), matricule, data)
        .fold(
            added ->
                Answer.done(
                    "ADDED",
                    wording.text("recipient.ADDED", added.recipient().address(), matricule),
                    rows.recipient(added.recipient())),
            changed ->
                Answer.done(
                    "CHANGED",
                    wording.text("recipient.CHANGED", changed.recipient().address(), matricule),
                    rows.recipient(changed.recipient())),
            known ->
                Answer.unchanged(
                    "ALREADY_THERE",
                    wording.text("recipient.ALREADY_THERE", known.recipient().address(), matricule),
                    rows.recipient(known.recipient())),
            refused -> wording.refused(refused.mistakes()));
  }

  private static Set<MailedReceipt> receipts(Fields fields) {
    Set<MailedReceipt> receipts = EnumSet.noneOf(MailedReceipt.class);
    for (String word : fields.texts("receipts")) {
      receipts.add(Fields.choice("receipts", word, MailedReceipt.class));
    }
    return receipts.isEmpty() ? EnumSet.allOf(MailedReceipt.class) : receipts;
  }

  @POST
  @Path("remove")
  public Answer remove(@PathParam("matricule") String text, InputStream body) throws IOException {
    Matricule matricule = Wording.matricule(text);
    String address = Fields.read(body).text("address");
    Wording wording = Wording.askedBy(request);
    return recipients.remove(Caller.commandLine(), matricule, address)
        ? Answer.done("REMOVED", wording.text("recipient.REMOVED", address, matricule))
        : Answer.unchanged("NOT_THERE", wording.text("recipient.NOT_THERE", address, matricule));
  }
}
