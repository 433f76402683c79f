package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.function.BiFunction;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.RetryOutcome;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/** {@code deposits}, {@code retry}, {@code give-up}. */
@Path("deposits")
@Produces(MediaType.APPLICATION_JSON)
public class DepositsResource {
  /** Asks for uploads that aren't deposits yet, instead of deposits in a state. */
  private static final String UNFINISHED = "incomplete";

  @Inject DepositDesk desk;
  @Inject OrganisationDirectory directory;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  /** Newest first; says so when there are more, and when uploads are unfinished. */
  @GET
  public Answer list(
      @QueryParam("organisation") @Nullable String organisation,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @Nullable String limit) {
    int most = Limits.of(limit);
    Optional<OrganisationId> dropper = Optional.ofNullable(organisation).map(this::idOf);
    if (UNFINISHED.equals(status)) {
      return listed(desk.unfinished(Caller.commandLine(), dropper, most + 1), most, Rows::upload);
    }
    DepositQuery query =
        new DepositQuery(
            dropper,
            Optional.ofNullable(status)
                .map(text -> Fields.choice("status", text, DepositStatus.class)),
            0,
            most + 1);
    Answer answer = listed(desk.list(Caller.commandLine(), query), most, Rows::deposit);
    int unfinished = status == null ? unfinished(dropper) : 0;
    return unfinished == 0
        ? answer
        : answer.saying(
            Wording.askedBy(request).text("deposit.UNFINISHED", Integer.toString(unfinished)));
  }

  private int unfinished(Optional<OrganisationId> dropper) {
    return desk.unfinished(Caller.commandLine(), dropper, Limits.LARGEST).size();
  }

  private <T> Answer listed(List<T> found, int most, BiFunction<Rows, T, JsonObject> row) {
    Rows rows = new Rows(settings.zone());
    return new Answer(
        Answer.Outcome.DONE,
        200,
        "",
        found.size() > most
            ? List.of(Wording.askedBy(request).text("deposit.MORE", Integer.toString(most)))
            : List.of(),
        found.stream().limit(most).map(one -> row.apply(rows, one)).toList());
  }

  @POST
  @Path("{number}/retry")
  public Answer retry(@PathParam("number") String number) {
    return answer("RETRIED", desk.retry(Caller.commandLine(), number(number)));
  }

  @POST
  @Path("{number}/give-up")
  public Answer giveUp(@PathParam("number") String number) {
    return answer("GIVEN_UP", desk.giveUp(Caller.commandLine(), number(number)));
  }

  private Answer answer(String done, RetryOutcome outcome) {
    Wording wording = Wording.askedBy(request);
    return outcome.fold(
        back -> Answer.done(done, wording.text("deposit." + done, Long.toString(back.number()))),
        other ->
            Answer.unchanged(
                "NOT_FAILED",
                wording.text(
                    "deposit.NOT_FAILED",
                    Long.toString(other.number()),
                    wording.text("deposit.status." + other.status()))));
  }

  private OrganisationId idOf(String matricule) {
    return directory
        .findByMatricule(Caller.commandLine(), Wording.matricule(matricule))
        .map(OrganisationView::id)
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_ORGANISATION, matricule));
  }

  private static long number(String text) {
    return Limits.number("number", text, Long.MAX_VALUE);
  }
}
