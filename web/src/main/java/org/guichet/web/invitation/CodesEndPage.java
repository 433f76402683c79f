package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/codes-end}: what deactivating the codes named by {@code code} means, and the
 * button that does it.
 */
@Named
@RequestScoped
public class CodesEndPage {
  private static final String BACK = "/portal/codes";
  private static final int MOST = 100;

  @Inject Notices notices;
  @Inject CurrentVisitor visitor;
  @Inject InvitationDesk desk;
  @Inject InvitationWords words;

  private @Nullable List<InvitationView> views;

  private List<InvitationView> views() {
    if (views == null) {
      String[] asked = notices.request().getParameterValues("code");
      views =
          Stream.of(asked == null ? new String[0] : asked)
              .distinct()
              .limit(MOST)
              .map(id -> desk.find(visitor.caller(), CodePage.id(id)))
              .toList();
    }
    return views;
  }

  /** Those that still work. */
  public List<InvitationWords.Row> getRows() {
    return views().stream()
        .filter(view -> view.status() == InvitationStatus.VALID)
        .map(words::row)
        .toList();
  }

  public @Nullable String deactivate() {
    long done =
        views().stream().filter(view -> desk.deactivate(visitor.caller(), view.id())).count();
    return done == 0
        ? notices.warning("codes.NONE_DEACTIVATED").to(BACK)
        : notices.info("codes.DEACTIVATED", Long.toString(done)).to(BACK);
  }
}
