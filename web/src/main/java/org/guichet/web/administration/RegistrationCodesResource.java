package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.guichet.account.boundary.RegistrationCodes;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;

/** {@code org code}. */
@Path("organisations/{matricule}/registration-code")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationCodesResource {
  @Inject RegistrationCodes codes;
  @Context HttpServletRequest request;

  @POST
  public Answer issue(@PathParam("matricule") String text) {
    Matricule matricule = Wording.matricule(text);
    String code = codes.issue(Caller.commandLine(), matricule);
    return Answer.done("ISSUED", Wording.askedBy(request).text("org.CODE_ISSUED", matricule, code));
  }
}
