package org.guichet.web.administration;

import jakarta.ejb.EJBException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
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
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Exception exception) {
    return answer(exception).toResponse(status(exception));
  }

  private Answer answer(Exception exception) {
    Texts texts = Texts.askedBy(request);
    if (unwrapped(exception) instanceof RefusedException refused) {
      String code = refused.code().name();
      return Answer.refused(code, texts.text("platform.refusal." + code));
    }
    if (exception instanceof MistakeException mistake) {
      return Answer.refused(
          mistake.code(),
          texts.text("administration.mistake." + mistake.code(), mistake.arguments()));
    }
    if (exception instanceof WebApplicationException) {
      return Answer.refused(
          "NO_SUCH_COMMAND", texts.text("administration.mistake.NO_SUCH_COMMAND"));
    }
    Incident incident = Incident.of(exception, request.getMethod() + " " + request.getRequestURI());
    return new Answer(
        Answer.Outcome.FAILED,
        incident.id(),
        List.of(texts.text("administration.fault", incident.id())),
        List.of());
  }

  private static int status(Exception exception) {
    if (unwrapped(exception) instanceof RefusedException) {
      return Response.Status.CONFLICT.getStatusCode();
    }
    if (exception instanceof MistakeException) {
      return 422;
    }
    if (exception instanceof WebApplicationException web) {
      return web.getResponse().getStatus();
    }
    return Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
  }

  /** The container hands on what a boundary throws inside its own exception. */
  private static Throwable unwrapped(Exception exception) {
    Throwable cause = exception.getCause();
    return exception instanceof EJBException && cause != null ? cause : exception;
  }
}
