package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.guichet.assistance.boundary.TicketDesk;
import org.guichet.assistance.entity.AnswerOutcome;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRole;
import org.guichet.assistance.entity.TicketView;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/ticket}: a request with its thread, for whoever answers it, or asked for it
 * while signed in. {@link DecisionPage} backs its decisions.
 */
@Named
@RequestScoped
public class TicketPage {
  @Inject TicketDesk desk;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Moments dates;

  private @Nullable TicketView view;
  private @Nullable String text;

  public @Nullable String answer() {
    return told(
        desk.answer(visitor.caller(), getNumber(), number("seen"), getText()), "ticket.SAID");
  }

  public @Nullable String close() {
    return told(desk.close(visitor.caller(), getNumber()), "ticket.CLOSED");
  }

  public @Nullable String assign() {
    desk.assign(visitor.caller(), getNumber());
    return notices.info("ticket.ASSIGNED").to(here());
  }

  private @Nullable String told(AnswerOutcome outcome, String done) {
    return outcome.<@Nullable String>fold(
        said -> notices.info(done).to(here()),
        overtaken -> {
          view = null; // what was read before is old
          return notices.error("ticket.OVERTAKEN").stay();
        },
        over -> notices.warning("ticket.OVER").to(here()),
        many -> notices.error("ticket.TOO_MANY").stay(),
        refused -> {
          refused
              .mistakes()
              .forEach(m -> notices.mistake("assistance", m.field(), m.code(), m.arguments()));
          return notices.stay();
        });
  }

  /** This page's own address. */
  public String here() {
    return "/portal/ticket?number=" + getNumber();
  }

  public TicketView getView() {
    if (view == null) {
      view = desk.find(visitor.caller(), getNumber());
    }
    return view;
  }

  public int getNumber() {
    return number("number");
  }

  private int number(String parameter) {
    String number = notices.request().getParameter(parameter);
    if (number == null || !number.matches("\\d{1,9}")) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_TICKET, parameter);
    }
    return Integer.parseInt(number);
  }

  /** Whether the visitor asked for it, and doesn't answer it. */
  public boolean isAsker() {
    return getView().role() == TicketRole.ASKER;
  }

  /**
   * Whether a form is offered; one that was sent is dealt with although the request may have ended
   * since, so that this can be told.
   */
  public boolean isAnswering() {
    return getView().mayAnswer() || sent("go") || sent("close") || sent("assign");
  }

  /** Whether this button sent the request. */
  public boolean sent(String button) {
    return notices.request().getParameter(button) != null;
  }

  public StatusLook getStatus() {
    return StatusLook.of(getView().status(), texts());
  }

  public String getKind() {
    return texts().text("ticket.kind." + getView().kind());
  }

  public List<MessageRow> getMessages() {
    return getView().messages().stream()
        .map(
            message ->
                isAsker()
                    ? MessageRow.forAsker(message, texts())
                    : MessageRow.forDesk(message, texts()))
        .toList();
  }

  /** What was asked, line by line. */
  public List<Fact> getFacts() {
    TicketRequest request = getView().request();
    List<Fact> facts = new ArrayList<>();
    fact(facts, "ticket.asker", request.contact().name(), false);
    fact(facts, "ticket.email", request.contact().email(), true);
    fact(facts, "ticket.phone", request.contact().phone(), true);
    fact(facts, "ticket.designation", request.organisation().name(), false);
    fact(facts, "ticket.legalName", request.organisation().legalName(), false);
    fact(facts, "ticket.seat", request.organisation().seat(), false);
    fact(facts, "ticket.registration", request.organisation().registration(), true);
    fact(facts, "organisation.matricule", request.organisation().matricule(), true);
    fact(facts, "ticket.wishes." + getView().kind(), request.organisation().wishes(), false);
    fact(facts, "ticket.assignee", isAsker() ? "" : getView().assignee(), false);
    fact(
        facts,
        "ticket.ended",
        getView().endedAt().map(dates::fully).orElse("")
            + (isAsker() || getView().endedBy().isEmpty() ? "" : ", " + getView().endedBy()),
        false);
    return facts;
  }

  private void fact(List<Fact> facts, String label, String value, boolean code) {
    if (!value.isBlank()) {
      facts.add(new Fact(texts().text(label), value, code));
    }
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  public String getText() {
    return text == null ? "" : text;
  }

  public void setText(@Nullable String text) {
    this.text = text;
  }

  /**
   * A line of what was asked.
   *
   * @param code whether it is to be copied letter by letter
   */
  public record Fact(String label, String value, boolean code) {}
}
