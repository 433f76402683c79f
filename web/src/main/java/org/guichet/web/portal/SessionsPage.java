package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.guichet.account.boundary.Sessions;
import org.guichet.account.entity.SessionView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/sessions}: where the visitor is signed in. */
@Named
@RequestScoped
public class SessionsPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Sessions sessions;

  private @Nullable List<Row> rows;

  public List<Row> getSessions() {
    if (rows == null) {
      Texts texts = Texts.in(language.getLocale());
      rows = sessions.list(visitor.caller()).stream().map(view -> Row.of(view, texts)).toList();
    }
    return rows;
  }

  /**
   * A session in the table.
   *
   * @param agent the browser and the system, as people call them
   */
  public record Row(
      String id,
      String agent,
      boolean current,
      Instant lastSeenAt,
      Instant createdAt,
      String address) {
    static Row of(SessionView view, Texts texts) {
      return new Row(
          view.id().toString(),
          Agent.name(view.agent(), texts),
          view.current(),
          view.lastSeenAt(),
          view.createdAt(),
          view.address());
    }
  }
}
