package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.boundary.DifferenceTexts;
import org.guichet.deposit.boundary.Reconciliation;
import org.guichet.deposit.entity.Difference;
import org.guichet.deposit.entity.Reconciled;
import org.guichet.deposit.entity.ReconciliationScope;
import org.guichet.platform.entity.Caller;
import org.guichet.web.Texts;

/** {@code reconcile}: compares store, rows and outboxes, and answers when it is done. */
@Path("reconcile")
@Produces(MediaType.APPLICATION_JSON)
public class ReconcileResource {
  private static final int OK = 200;

  @Inject Reconciliation reconciliation;
  @Context HttpServletRequest request;

  /** Refused when somebody has to look at something: every difference is a row all the same. */
  @POST
  public Answer reconcile(InputStream body) throws IOException {
    boolean deep = Fields.read(body).optionalText("bytes").filter("all"::equals).isPresent();
    Reconciled found =
        reconciliation.reconcile(
            Caller.commandLine(), deep ? ReconciliationScope.DEEP : ReconciliationScope.EVERYTHING);
    return new Answer(
        found.left() == 0 ? Answer.Outcome.DONE : Answer.Outcome.REFUSED,
        OK,
        code(found),
        messages(found),
        found.differences().stream().map(this::row).toList());
  }

  private static String code(Reconciled found) {
    if (found.left() > 0) {
      return "DIFFERENCES_LEFT";
    }
    return found.mended() > 0 ? "MENDED" : "NO_DIFFERENCE";
  }

  private List<String> messages(Reconciled found) {
    Wording wording = Wording.askedBy(request);
    List<String> messages = new ArrayList<>();
    messages.add(
        wording.text("reconcile.COMPARED", found.deposits(), found.files(), found.bytesRead()));
    messages.add(wording.text("reconcile." + code(found), found.mended(), found.left()));
    if (found.untold() > 0) {
      messages.add(wording.text("reconcile.UNTOLD", found.untold()));
    }
    return messages;
  }

  private JsonObject row(Difference difference) {
    DifferenceTexts texts = DifferenceTexts.in(Texts.askedBy(request).language());
    return Json.createObjectBuilder()
        .add("code", difference.kind().number())
        .add("kind", Fields.written(difference.kind()))
        .add("about", difference.about())
        .add("outcome", difference.mended() ? "mended" : "left")
        .add("what", texts.what(difference))
        .add("mend", texts.mend(difference))
        .build();
  }
}
