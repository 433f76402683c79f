package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.boundary.Invitations;
import org.guichet.invitation.entity.CreateInvitationsOutcome;
import org.guichet.invitation.entity.InvitationMistake;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationWish;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.RightBox;
import org.guichet.web.RightNames;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/invite}: makes invitation codes for an organisation or a service’s group
 * ({@code place}): some equivalent ones, or one for each person of a list ({@code as=list}).
 */
@Named
@RequestScoped
public class InvitePage {
  private static final String LIST = "list";

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject Invitations invitations;
  @Inject OrganisationDirectory directory;
  @Inject InvitationWords words;
  @Inject RightNames rights;
  @Inject InviteChoice choice;
  @Inject Settings settings;
  @Inject Clock clock;

  private @Nullable List<InvitationPlace> places;
  private @Nullable InvitationPlace place;
  private boolean sought;
  private @Nullable Part file;
  private @Nullable String list;

  private List<InvitationPlace> places() {
    if (places == null) {
      places = invitations.places(visitor.caller());
    }
    return places;
  }

  private Optional<InvitationPlace> place() {
    if (!sought) {
      place = sought().orElse(null);
      sought = true;
    }
    return Optional.ofNullable(place);
  }

  /** The one that the address names, else the only one there is, or a group of the only one. */
  private Optional<InvitationPlace> sought() {
    String wanted = parameter("place");
    return wanted.isEmpty()
        ? places().stream()
            .findFirst()
            .filter(only -> choice.places(places(), Optional.empty()).size() == 1)
        : places().stream()
            .filter(one -> CodesListing.word(one).equals(wanted))
            .findFirst()
            .or(() -> named(wanted));
  }

  /** An organisation that the visitor doesn’t belong to: for who runs the portal. */
  private Optional<InvitationPlace> named(String wanted) {
    return Optional.of(wanted)
        .filter(word -> word.startsWith("o-"))
        .flatMap(word -> Matricule.parse(word.substring(2)))
        .flatMap(matricule -> directory.findByMatricule(visitor.caller(), matricule))
        .map(
            view ->
                new InvitationPlace(
                    GrantPlace.in(view.id()),
                    new Names(view.name(), view.name()),
                    view.matricule().value()));
  }

  private InvitationPlace required() {
    return place()
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NOT_ALLOWED, "codes for " + parameter("place")));
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** The page’s name; whether the visitor may make codes is judged with it. */
  public String getTitle() {
    if (places().isEmpty() && place().isEmpty()) {
      throw new RefusedException(RefusedException.Code.NOT_ALLOWED, "to see the form of codes");
    }
    return words.texts().text("invite.title");
  }

  /** Whether it is known what the codes are for. */
  public boolean isPlaced() {
    return place().isPresent();
  }

  public boolean isOrganisation() {
    return required().organisation();
  }

  public String getPlaceName() {
    return words.place(required());
  }

  /** As the address names it. */
  public String getPlace() {
    return CodesListing.word(required());
  }

  /** What codes can be made for: organisations, and applications with groups. */
  public List<CodesPage.Choice> getPlaces() {
    return choice.places(places(), place());
  }

  public boolean isListing() {
    return LIST.equals(parameter("as"));
  }

  public String getAs() {
    return isListing() ? LIST : "codes";
  }

  public String getCount() {
    String count = parameter("count");
    return count.isEmpty() ? "1" : count;
  }

  public String getDays() {
    String days = parameter("days");
    return days.isEmpty() ? Integer.toString(InvitationWish.USUAL_DAYS) : days;
  }

  /** Today, where the deployment stands: what the script counts from. */
  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  /** The last day with as many days as stand in the form. */
  public String getLastDay() {
    int days = number(getDays());
    return days < 1 || days > InvitationWish.MOST_DAYS ? "" : words.day(getToday().plusDays(days));
  }

  public String getEmail() {
    return parameter("email");
  }

  public boolean isMailed() {
    return !parameter("mailed").isEmpty();
  }

  private static int number(String typed) {
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
  }

  private Set<String> ticked() {
    String[] codes = request.getParameterValues("right");
    return codes == null ? Set.of() : new LinkedHashSet<>(List.of(codes));
  }

  /** Profiles of services that the organisation uses, or roles, as the catalogue groups them. */
  public List<InviteChoice.Group> getGroups() {
    return choice.groups(required().place(), ticked());
  }

  /** Whether any of these excludes another. */
  public boolean isExclusive() {
    return getGroups().stream()
        .flatMap(group -> Stream.concat(group.administrators().stream(), group.users().stream()))
        .anyMatch(RightBox::exclusive);
  }

  /** Groups of the same application that codes can be made for. */
  public List<CodesPage.Choice> getSiblings() {
    return choice.siblings(places(), required());
  }

  /** Shows what the group offers that was chosen; what was typed stays. */
  public @Nullable String show() {
    return notices.stay();
  }

  public @Nullable String create() {
    InvitationWish wish =
        new InvitationWish(
            isListing() ? 1 : number(getCount()), number(getDays()), ticked(), getEmail());
    GrantPlace where = required().place();
    if (isTooLarge()) {
      return refused(
          InvitationMistake.of(
              "list",
              InvitationMistake.Code.LIST_TOO_LARGE,
              Integer.toString(InvitationWish.LONGEST_LIST / 1_000)));
    }
    CreateInvitationsOutcome outcome =
        isListing()
            ? invitations.createForList(visitor.caller(), where, wish, text(), isMailed())
            : invitations.create(visitor.caller(), where, wish);
    return outcome.<@Nullable String>fold(
        created -> notices.to("/portal/codes-made?batch=" + created.batch()),
        refused -> refused(refused.mistakes().toArray(InvitationMistake[]::new)));
  }

  private @Nullable String refused(InvitationMistake... mistakes) {
    for (InvitationMistake mistake : mistakes) {
      if (mistake.code() == InvitationMistake.Code.RIGHTS_EXCLUSIVE) {
        notices.errorAt(
            mistake.field(), "invite.exclusive", rights.of(String.join(", ", mistake.arguments())));
      } else {
        notices.mistake("invitation", mistake.field(), mistake.code(), mistake.arguments());
      }
    }
    return notices.stay();
  }

  /** A file that is no list of people isn't even read. */
  private boolean isTooLarge() {
    return isListing() && file != null && file.getSize() > InvitationWish.LONGEST_LIST;
  }

  /** The file that was chosen, else what was typed. */
  private String text() {
    if (file == null || file.getSize() == 0) {
      return getList();
    }
    try {
      return decoded(file.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What isn't UTF-8 comes from a spreadsheet program of Windows. */
  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public String getList() {
    return list == null ? "" : list;
  }

  public void setList(@Nullable String list) {
    this.list = list;
  }
}
