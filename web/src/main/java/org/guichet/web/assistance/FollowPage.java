package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.guichet.assistance.boundary.TicketFollowing;
import org.guichet.assistance.entity.AnswerOutcome;
import org.guichet.assistance.entity.TicketView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /assistance/ticket}, where mailed links lead: a request, its thread, a box to say
 * something more. Only its buttons change anything.
 */
@Named
@RequestScoped
public class FollowPage {
  @Inject TicketFollowing following;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;

  private @Nullable TicketView found;
  private @Nullable String text;

  public @Nullable String answer() {
    return told(following.answer(visitor.caller(), getToken(), getText()), "ticket.SAID");
  }

  public @Nullable String close() {
    return told(following.close(visitor.caller(), getToken()), "ticket.CLOSED");
  }

  private @Nullable String told(AnswerOutcome outcome, String done) {
    String here = "/assistance/ticket?token=" + getToken();
    return outcome.<@Nullable String>fold(
        said -> notices.info(done).to(here),
        overtaken -> notices.warning("ticket.OVERTAKEN").to(here),
        over -> notices.warning("ticket.OVER").to(here),
        many -> notices.error("ticket.TOO_MANY").stay(),
        refused -> {
          refused
              .mistakes()
              .forEach(m -> notices.mistake("assistance", m.field(), m.code(), m.arguments()));
          return notices.stay();
        });
  }

  private Optional<TicketView> found() {
    if (found == null) {
      found = following.look(visitor.caller(), getToken()).orElse(null);
    }
    return Optional.ofNullable(found);
  }

  /** Whether the link leads anywhere. */
  public boolean isFound() {
    return found().isPresent();
  }

  public TicketView getView() {
    return found().orElseThrow();
  }

  public StatusLook getStatus() {
    return StatusLook.of(getView().status(), texts());
  }

  public List<MessageRow> getMessages() {
    return getView().messages().stream()
        .map(message -> MessageRow.forAsker(message, texts()))
        .toList();
  }

  /**
   * Whether to answer is offered; where it was sent, it is dealt with although the request may have
   * ended since, so that this can be told.
   */
  public boolean isOffering() {
    return isFound()
        && (getView().mayAnswer()
            || notices.request().getParameter("go") != null
            || notices.request().getParameter("close") != null);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** What the link proves itself by. */
  public String getToken() {
    String token = notices.request().getParameter("token");
    return token == null || !token.matches("[A-Za-z0-9_-]{1,100}") ? "" : token;
  }

  public String getText() {
    return text == null ? "" : text;
  }

  public void setText(@Nullable String text) {
    this.text = text;
  }
}
