package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guichet.assistance.boundary.TicketDecisions;
import org.guichet.assistance.entity.Acceptance;
import org.guichet.assistance.entity.DecisionOutcome;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs the decisions of {@code /portal/ticket}: giving what is asked for, or refusing it. */
@Named
@RequestScoped
public class DecisionPage {
  @Inject TicketPage ticket;
  @Inject TicketDecisions decisions;
  @Inject OrganisationRegister register;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Moments dates;

  private @Nullable Page<OrganisationView> organisations;
  private @Nullable String matricule;
  private @Nullable String contract;
  private @Nullable String others;
  private @Nullable String reason;
  private String mode = CheckingMode.STRICT.name();

  public @Nullable String accept() {
    List<String> certifiers = new ArrayList<>(chosen());
    Stream.of(getOthers().split("[\\s,;]+", -1))
        .filter(typed -> !typed.isEmpty())
        .forEach(certifiers::add);
    Acceptance given =
        new Acceptance(
            getMatricule(),
            getContract(),
            certifiers,
            mode.equals(CheckingMode.BY_PASSAGE.name())
                ? CheckingMode.BY_PASSAGE
                : CheckingMode.STRICT);
    return told(decisions.accept(visitor.caller(), ticket.getNumber(), given));
  }

  public @Nullable String refuse() {
    return told(decisions.refuse(visitor.caller(), ticket.getNumber(), getReason()));
  }

  private @Nullable String told(DecisionOutcome outcome) {
    return outcome.<@Nullable String>fold(
        accepted ->
            notices
                .info("ticket.ACCEPTED", accepted.organisation(), accepted.matricule())
                .to(ticket.here()),
        down -> notices.info("ticket.REFUSED").to(ticket.here()),
        already ->
            notices
                .warning(
                    "ticket.ALREADY_" + already.status(), already.by(), dates.fully(already.at()))
                .to(ticket.here()),
        mistaken -> {
          mistaken
              .mistakes()
              .forEach(m -> notices.mistake("assistance", m.field(), m.code(), m.arguments()));
          mistaken
              .ofTheOrganisation()
              .forEach(m -> notices.mistake("organisation", m.field(), m.code(), m.arguments()));
          return notices.stay();
        });
  }

  public boolean isAccepting() {
    return ticket.getView().mayAccept() || ticket.sent("accept");
  }

  public boolean isRefusing() {
    return ticket.getView().mayRefuse() || ticket.sent("refuse");
  }

  public boolean isOfCertifier() {
    return ticket.getView().kind() == TicketKind.CERTIFIER;
  }

  public boolean isOfDepositor() {
    return ticket.getView().kind() == TicketKind.DEPOSITOR;
  }

  /** Certifiers that may be chosen; those that the request names are. */
  public List<Certifier> getCertifiers() {
    String wishes = ticket.getView().request().organisation().wishes().toLowerCase(Locale.ROOT);
    List<String> chosen = chosen();
    return organisations().rows().stream()
        .filter(organisation -> !organisation.contracts().isEmpty())
        .map(
            organisation -> {
              String number = organisation.matricule().value();
              boolean named =
                  wishes.contains(number.toLowerCase(Locale.ROOT))
                      || wishes.contains(organisation.name().toLowerCase(Locale.ROOT));
              return new Certifier(
                  organisation.name(),
                  number,
                  ticket.sent("accept") ? chosen.contains(number) : named);
            })
        .toList();
  }

  private List<String> chosen() {
    String[] values = notices.request().getParameterValues("certifier");
    return values == null ? List.of() : Arrays.asList(values);
  }

  /** Whether there are organisations that the list of certifiers leaves out. */
  public boolean isMore() {
    return organisations().total() > organisations().rows().size();
  }

  private Page<OrganisationView> organisations() {
    if (organisations == null) {
      organisations = register.list(visitor.caller(), PageRequest.from(0));
    }
    return organisations;
  }

  /** How files may be checked, to choose from. */
  public List<Choice> getModes() {
    Texts texts = Texts.in(language.getLocale());
    return Stream.of(CheckingMode.values())
        .map(each -> new Choice(each.name(), texts.text("ticket.mode." + each)))
        .toList();
  }

  public String getMatricule() {
    return matricule == null ? "" : matricule;
  }

  public void setMatricule(@Nullable String matricule) {
    this.matricule = matricule;
  }

  public String getContract() {
    return contract == null ? "" : contract;
  }

  public void setContract(@Nullable String contract) {
    this.contract = contract;
  }

  public String getOthers() {
    return others == null ? "" : others;
  }

  public void setOthers(@Nullable String others) {
    this.others = others;
  }

  public String getReason() {
    return reason == null ? "" : reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }

  public String getMode() {
    return mode;
  }

  public void setMode(String mode) {
    this.mode = mode;
  }

  /** A certifier that may be chosen. */
  public record Certifier(String name, String matricule, boolean chosen) {}

  /** One of those that a field offers. */
  public record Choice(String value, String text) {}
}
