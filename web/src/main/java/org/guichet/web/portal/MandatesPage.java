package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.MandateView;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/mandates}: the mandates that the organisation gave, and those that it got.
 */
@Named
@RequestScoped
public class MandatesPage {
  @Inject WorkedFor worked;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject Mandates mandates;
  @Inject OrganisationDirectory directory;
  @Inject Settings settings;
  @Inject Clock clock;

  private @Nullable List<MandateView> all;

  private List<MandateView> all() {
    if (all == null) {
      all =
          mandates.list(worked.caller(), worked.matricule()).stream()
              .sorted(
                  Comparator.comparing((MandateView mandate) -> state(mandate))
                      .thenComparing(MandateView::from, Comparator.reverseOrder()))
              .toList();
    }
    return all;
  }

  /** Whether the organisation is one that gives mandates. */
  public boolean isCertifier() {
    return directory
        .find(worked.caller(), worked.id())
        .filter(view -> !view.contracts().isEmpty())
        .isPresent();
  }

  /** Whether the visitor may give and revoke. */
  public boolean isGranting() {
    return worked.may(Permission.MANDATE_MANAGE) && isCertifier();
  }

  /** Those that it gave, the ones in force first. */
  public List<Row> getGiven() {
    return all().stream().filter(this::given).map(this::row).toList();
  }

  /** Those that it got, the ones in force first. */
  public List<Row> getReceived() {
    return all().stream().filter(mandate -> !given(mandate)).map(this::row).toList();
  }

  private boolean given(MandateView mandate) {
    return mandate.certifier().equals(worked.matricule());
  }

  private Row row(MandateView mandate) {
    State state = state(mandate);
    boolean given = given(mandate);
    return new Row(
        given ? mandate.depositorName() : mandate.certifierName(),
        (given ? mandate.depositor() : mandate.certifier()).value(),
        state.look,
        state.icon,
        Texts.in(language.getLocale()).text("mandate.state." + state.text),
        dates.day(mandate.from()),
        until(mandate),
        given && state.standing);
  }

  private String until(MandateView mandate) {
    return mandate
        .revokedAt()
        .map(dates::shortly)
        .or(() -> mandate.until().map(dates::day))
        .orElseGet(() -> Texts.in(language.getLocale()).text("mandate.open"));
  }

  private State state(MandateView mandate) {
    if (mandate.revokedAt().isPresent()) {
      return State.REVOKED;
    }
    if (mandate.inForce()) {
      return State.IN_FORCE;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    return mandate.from().isAfter(today) ? State.LATER : State.OVER;
  }

  /** How a mandate stands, in the order of the table. */
  private enum State {
    IN_FORCE("in-force", "ok", "up", true),
    LATER("later", "ne", "clock", true),
    OVER("over", "ne", "ban", false),
    REVOKED("revoked", "ne", "ban", false);

    private final String text;
    private final String look;
    private final String icon;
    private final boolean standing;

    State(String text, String look, String icon, boolean standing) {
      this.text = text;
      this.look = look;
      this.icon = icon;
      this.standing = standing;
    }
  }

  /**
   * A mandate in its table; {@code look} and {@code icon} show its state.
   *
   * @param name of the other side
   * @param revocable whether there is anything to revoke
   */
  public record Row(
      String name,
      String matricule,
      String look,
      String icon,
      String state,
      String from,
      String until,
      boolean revocable) {}
}
