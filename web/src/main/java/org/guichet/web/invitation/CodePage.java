package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/code}: one code with what it gives, who made it and what became of it. */
@Named
@RequestScoped
public class CodePage {
  @Inject Notices notices;
  @Inject CurrentVisitor visitor;
  @Inject InvitationDesk desk;
  @Inject InvitationWords words;

  private @Nullable InvitationView view;

  /** An id as an address names it. */
  static UUID id(@Nullable String text) {
    try {
      return UUID.fromString(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_INVITATION, "malformed id");
    }
  }

  public InvitationView getView() {
    if (view == null) {
      view = desk.find(visitor.caller(), id(notices.request().getParameter("id")));
    }
    return view;
  }

  public InvitationWords.Row getRow() {
    return words.row(getView());
  }

  public List<InvitationWords.Named> getRights() {
    return words.rights(getView().place(), getView().rights());
  }

  /** Whom it is meant for; null for nobody in particular. */
  public @Nullable String getHolder() {
    return getView()
        .holder()
        .map(one -> one.name().isEmpty() ? one.email() : one.name() + ", " + one.email())
        .orElse(null);
  }

  public @Nullable Object getUsedAt() {
    return orNull(getView().usedAt());
  }

  public @Nullable String getUsedBy() {
    return getView().usedBy().orElse(null);
  }

  public @Nullable Object getDeactivatedAt() {
    return orNull(getView().deactivatedAt());
  }

  public @Nullable String getDeactivatedBy() {
    return getView().deactivatedBy().orElse(null);
  }

  private static @Nullable Object orNull(Optional<?> value) {
    return value.isPresent() ? value.get() : null;
  }
}
