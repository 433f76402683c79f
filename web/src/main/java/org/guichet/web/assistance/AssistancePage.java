package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.assistance.boundary.AssistanceForm;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRequest.AskedOrganisation;
import org.guichet.assistance.entity.TicketRequest.Contact;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /assistance}: what there is to ask for, and with {@code kind} the form of one. What
 * is known of whoever has signed in stands there already.
 */
@Named
@RequestScoped
public class AssistancePage {
  @Inject AssistanceForm form;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;

  private @Nullable Map<String, @Nullable String> typed;

  public @Nullable String send() {
    Optional<TicketKind> kind = kind();
    if (kind.isEmpty()) {
      return notices.to("/assistance");
    }
    return form.submit(visitor.caller(), request(kind.get()))
        .<@Nullable String>fold(
            taken -> notices.to("/assistance/sent?number=" + taken.number()),
            many -> notices.error("assistance.TOO_MANY").stay(),
            refused -> {
              refused
                  .mistakes()
                  .forEach(m -> notices.mistake("assistance", m.field(), m.code(), m.arguments()));
              return notices.stay();
            });
  }

  private TicketRequest request(TicketKind kind) {
    return new TicketRequest(
        kind,
        new Contact(text("name"), text("email"), text("phone"), language.getLocale()),
        new AskedOrganisation(
            text("designation"),
            text("legalName"),
            text("seat"),
            text("registration"),
            text("matricule"),
            text("wishes")),
        text("message"));
  }

  private String text(String field) {
    String text = getTyped().get(field);
    return text == null ? "" : text;
  }

  /** What stands in each field, by the field's id. */
  public Map<String, @Nullable String> getTyped() {
    if (typed == null) {
      Map<String, @Nullable String> known = new HashMap<>();
      visitor
          .person()
          .ifPresent(
              person -> {
                known.put("name", CurrentVisitor.full(person.name()));
                known.put("email", person.email());
                known.put("matricule", matricule(person));
              });
      typed = known;
    }
    return typed;
  }

  /** Of the organisation that the person works for, where that helps. */
  private String matricule(SignedInPerson person) {
    Belonging organisation = visitor.getOrganisation();
    boolean helps = kind().equals(Optional.of(TicketKind.OTHER)) && !person.belongings().isEmpty();
    return organisation == null || !helps ? "" : organisation.matricule();
  }

  private Optional<TicketKind> kind() {
    String wanted = getKind();
    return Stream.of(TicketKind.values()).filter(kind -> name(kind).equals(wanted)).findFirst();
  }

  private static String name(TicketKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Which form; empty when none is chosen yet. */
  public String getKind() {
    String wanted = notices.request().getParameter("kind");
    return Stream.of(TicketKind.values())
        .map(AssistancePage::name)
        .filter(name -> name.equals(wanted))
        .findFirst()
        .orElse("");
  }

  /** Whether the form asks for an organisation's data. */
  public boolean isOfOrganisation() {
    return kind().filter(TicketKind::asksForAnOrganisation).isPresent();
  }

  /** All forms that there are. */
  public List<String> getKinds() {
    return Stream.of(TicketKind.values()).map(AssistancePage::name).toList();
  }
}
