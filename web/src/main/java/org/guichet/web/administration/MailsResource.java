package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.boundary.MailDesk;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.NoticeView;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/** {@code mails}, {@code resend}. */
@Path("mails")
@Produces(MediaType.APPLICATION_JSON)
public class MailsResource {
  @Inject MailDesk desk;
  @Inject OrganisationDirectory directory;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  /** Newest first; says so when there are more. */
  @GET
  public Answer list(
      @QueryParam("organisation") @Nullable String organisation,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit) {
    int most = Limits.of(limit);
    NoticeQuery query =
        new NoticeQuery(
            Optional.ofNullable(organisation).map(this::idOf),
            Optional.ofNullable(state)
                .map(text -> Fields.choice("state", text, NoticeStatus.class)),
            0,
            most + 1);
    List<NoticeView> found = desk.list(Caller.commandLine(), query);
    Rows rows = new Rows(settings.zone());
    Wording wording = Wording.askedBy(request);
    return new Answer(
        Answer.Outcome.DONE,
        200,
        "",
        found.size() > most
            ? List.of(wording.text("deposit.MORE", Integer.toString(most)))
            : List.of(),
        found.stream().limit(most).map(rows::mail).toList());
  }

  @POST
  @Path("{id}/resend")
  public Answer resend(@PathParam("id") String text) {
    Wording wording = Wording.askedBy(request);
    Rows rows = new Rows(settings.zone());
    return desk.resend(Caller.commandLine(), id(text))
        .fold(
            again ->
                Answer.done(
                    "REQUEUED",
                    wording.text("mail.REQUEUED", again.notice().subject()),
                    rows.mail(again.notice())),
            other ->
                Answer.unchanged(
                    "NOT_FAILED",
                    wording.text(
                        "mail.NOT_FAILED." + other.notice().status(), other.notice().subject()),
                    rows.mail(other.notice())),
            gone ->
                Answer.unchanged(
                    "FORGOTTEN",
                    wording.text("mail.FORGOTTEN", gone.notice().subject()),
                    rows.mail(gone.notice())));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_MAIL, text);
    }
  }

  private OrganisationId idOf(String matricule) {
    return directory
        .findByMatricule(Caller.commandLine(), Wording.matricule(matricule))
        .map(OrganisationView::id)
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_ORGANISATION, matricule));
  }
}
