package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/mandate-new}: whom to mandate, told by the address ({@code q} to search,
 * {@code depositor} once chosen), then from when until when.
 */
@Named
@RequestScoped
public class MandateGrantPage {
  private static final int MOST = 100;

  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject Mandates mandates;
  @Inject Settings settings;
  @Inject Clock clock;

  private @Nullable String from;
  private @Nullable String until;
  private @Nullable List<OrganisationView> found;

  /** What is searched for; empty for nothing. */
  public String getText() {
    return parameter("q");
  }

  public List<OrganisationView> getFound() {
    if (found == null) {
      found = mandates.candidates(worked.caller(), worked.matricule(), getText());
    }
    return found;
  }

  /** Who was chosen; null for nobody yet. */
  public @Nullable OrganisationView getChosen() {
    return Matricule.parse(parameter("depositor"))
        .flatMap(
            matricule ->
                mandates.candidates(worked.caller(), worked.matricule(), matricule.value()).stream()
                    .filter(view -> view.matricule().equals(matricule))
                    .findFirst())
        .orElse(null);
  }

  private String parameter(String name) {
    String value = notices.request().getParameter(name);
    String text = value == null ? "" : value.strip();
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }

  public @Nullable String grant() {
    OrganisationView depositor = getChosen();
    Optional<LocalDate> first = Days.read(getFrom());
    Optional<LocalDate> last = Days.read(until);
    if (first.isEmpty()) {
      notices.errorAt("from", "form.day.WRONG");
    }
    if (last.isEmpty() && !getUntil().isEmpty()) {
      notices.errorAt("until", "form.day.WRONG");
    }
    if (depositor == null) {
      notices.error("mandates.new.NOBODY");
    }
    if (depositor == null || first.isEmpty() || (last.isEmpty() && !getUntil().isEmpty())) {
      return notices.stay();
    }
    return mandates
        .add(worked.caller(), worked.matricule(), depositor.matricule(), first.get(), last)
        .<@Nullable String>fold(
            added -> notices.info("mandates.GRANTED", depositor.name()).to(back()),
            known -> notices.info("mandates.ALREADY_THERE", depositor.name()).to(back()),
            refused -> notices.organisationMistakes(refused.mistakes()).stay());
  }

  private String back() {
    return "/portal/mandates" + worked.getQuery();
  }

  public String getFrom() {
    return from == null ? LocalDate.ofInstant(clock.instant(), settings.zone()).toString() : from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from == null ? "" : from;
  }

  public String getUntil() {
    return until == null ? "" : until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until;
  }
}
