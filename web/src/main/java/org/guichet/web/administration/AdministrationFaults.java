package org.guichet.web.administration;

import jakarta.ejb.EJBException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.Incident;
import org.guichet.web.Texts;

/** Words whatever a resource throws: refusals by their code, faults by an incident id. */
@Provider
public class AdministrationFaults implements ExceptionMapper<Exception> {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Exception exception) {
    Answer answer = answer(exception);
    return Response.status(answer.status()).entity(answer).build();
  }

  Answer answer(Exception exception) {
    Texts texts = Texts.askedBy(request);
    if (unwrapped(exception) instanceof RefusedException refused) {
      String code = refused.code().name();
      return Answer.refused(CONFLICT, code, List.of(texts.text("platform.refusal." + code)));
    }
    if (exception instanceof MistakeException mistake) {
      String key = "administration.mistake." + mistake.code();
      return Answer.refused(mistake.code(), List.of(texts.text(key, mistake.arguments())));
    }
    if (exception instanceof NotFoundException || exception instanceof NotAllowedException) {
      return Answer.refused(
          NOT_FOUND,
          "NO_SUCH_COMMAND",
          List.of(texts.text("administration.mistake.NO_SUCH_COMMAND")));
    }
    String id = Incident.of(exception, request.getMethod() + " " + request.getRequestURI()).id();
    return Answer.failed(id, texts.text("administration.fault", id));
  }

  /** The container hands on what a boundary throws inside its own exception. */
  private static Throwable unwrapped(Exception exception) {
    Throwable cause = exception.getCause();
    return exception instanceof EJBException && cause != null ? cause : exception;
  }
}
