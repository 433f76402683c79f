package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.invitation.boundary.Invitations;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/codes-made}: codes that the visitor has made at once, to be passed on. What
 * was used or deactivated since isn’t among them.
 */
@Named
@RequestScoped
public class CodesMadePage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Invitations invitations;
  @Inject InvitationWords words;

  private @Nullable List<InvitationView> made;

  private List<InvitationView> made() {
    if (made == null) {
      made = invitations.made(visitor.caller(), batch());
    }
    return made;
  }

  private UUID batch() {
    return CodePage.id(request.getParameter("batch"));
  }

  public String getBatch() {
    return batch().toString();
  }

  private List<InvitationView> valid() {
    return made().stream().filter(view -> view.code().isPresent()).toList();
  }

  public List<Made> getCodes() {
    return valid().stream()
        .map(
            view ->
                new Made(
                    InvitationWords.shown(view),
                    words.copied(view),
                    view.holder()
                        .map(one -> one.name().isEmpty() ? one.email() : one.name())
                        .orElse(null)))
        .toList();
  }

  /** What “copy all” copies: each code with its place and last day. */
  public String getAll() {
    return valid().stream().map(words::copied).collect(Collectors.joining("\n\n"));
  }

  public LocalDate getLastDay() {
    return made().get(0).lastDay();
  }

  public String getPlace() {
    return words.place(made().get(0).place());
  }

  public String getPlaceWord() {
    return CodesListing.word(made().get(0).place());
  }

  public List<InvitationWords.Named> getRights() {
    return words.rights(made().get(0).place(), made().get(0).rights());
  }

  /** Whether each code is for somebody by name. */
  public boolean isListed() {
    return valid().stream().anyMatch(view -> view.holder().isPresent());
  }

  /** Whether an invitation went to them. */
  public boolean isMailed() {
    return made().stream().anyMatch(InvitationView::bound);
  }

  /** A code to pass on. */
  public record Made(String code, String copied, @Nullable String holder) {}
}
