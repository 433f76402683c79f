package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/organisation}: what the portal knows of the organisation worked for. */
@Named
@RequestScoped
public class OrganisationPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject Permissions permissions;
  @Inject OrganisationDirectory directory;
  @Inject Mandates mandateBook;
  @Inject KeyRing ring;
  @Inject Settings settings;
  @Inject Clock clock;

  private @Nullable OrganisationView view;
  private @Nullable List<MandateRow> mandates;
  private @Nullable List<KeyRow> keys;

  /** Name of the organisation; that of the page for somebody who has none. */
  public String getName() {
    Belonging organisation = visitor.getOrganisation();
    return organisation == null ? texts().text("organisation.title") : organisation.name();
  }

  public String getKind() {
    return view()
        .map(
            known ->
                texts()
                    .text(
                        known.contracts().isEmpty()
                            ? "organisation.depositor"
                            : "organisation.certifier",
                        dates.day(known.createdAt())))
        .orElse("");
  }

  /** What identifies it. */
  public List<Fact> getFacts() {
    List<Fact> facts = new ArrayList<>();
    Belonging organisation = visitor.getOrganisation();
    if (organisation != null) {
      facts.add(fact("name", organisation.name()));
      facts.add(code("matricule", organisation.matricule()));
    }
    view()
        .ifPresent(
            known -> {
              known.contracts().forEach(contract -> facts.add(code("contract", contract)));
              facts.add(fact("email", known.email()));
              facts.add(fact("state", texts().text("organisation.state." + known.state())));
            });
    return facts;
  }

  public boolean isMandatesVisible() {
    return may(Permission.MANDATE_VIEW);
  }

  public boolean isKeysVisible() {
    return may(Permission.KEY_VIEW);
  }

  public List<MandateRow> getMandates() {
    if (mandates == null) {
      mandates = mandateBook.list(visitor.caller(), matricule()).stream().map(this::row).toList();
    }
    return mandates;
  }

  public List<KeyRow> getKeys() {
    if (keys == null) {
      keys = ring.list(visitor.caller(), matricule()).stream().map(this::row).toList();
    }
    return keys;
  }

  private Optional<OrganisationView> view() {
    Belonging organisation = visitor.getOrganisation();
    if (view == null && organisation != null && may(Permission.ORGANISATION_VIEW)) {
      view = directory.find(visitor.caller(), organisation.organisation()).orElse(null);
    }
    return Optional.ofNullable(view);
  }

  private Matricule matricule() {
    Belonging organisation = visitor.getOrganisation();
    if (organisation == null) {
      throw new IllegalStateException("Asked only where there is an organisation");
    }
    return new Matricule(organisation.matricule());
  }

  private boolean may(Permission permission) {
    Belonging organisation = visitor.getOrganisation();
    return organisation != null
        && permissions.allows(visitor.caller(), permission, organisation.organisation());
  }

  private Fact fact(String key, String value) {
    return new Fact(texts().text("organisation." + key), value, false);
  }

  private Fact code(String key, String value) {
    return new Fact(texts().text("organisation." + key), value, true);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  private MandateRow row(MandateView mandate) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    String state;
    if (mandate.revokedAt().isPresent()) {
      state = "revoked";
    } else if (mandate.inForce()) {
      state = "in-force";
    } else {
      state = mandate.from().isAfter(today) ? "later" : "over";
    }
    return new MandateRow(
        mandate.certifierName(),
        mandate.certifier().value(),
        mandate.depositorName(),
        mandate.depositor().value(),
        state.equals("in-force") ? "ok" : "ne",
        state.equals("in-force") ? "up" : state.equals("later") ? "clock" : "ban",
        texts().text("mandate.state." + state),
        dates.day(mandate.from()),
        mandate.until().map(dates::day).orElseGet(() -> texts().text("mandate.open")));
  }

  private KeyRow row(KeyView key) {
    boolean good = key.status() == KeyStatus.GOOD;
    return new KeyRow(
        key.name(),
        key.algorithm(),
        key.fingerprint(),
        good ? "ok" : "ne",
        good ? "up" : "ban",
        texts().text("key.state." + key.status()),
        key.expiresAt().map(dates::day).orElseGet(() -> texts().text("key.never")),
        key.lastUsedAt().map(dates::shortly).orElseGet(() -> texts().text("key.never")),
        key.lastUsedFrom().orElse(""));
  }

  /**
   * A line of what identifies an organisation.
   *
   * @param code whether it is to be copied letter by letter
   */
  public record Fact(String label, String value, boolean code) {}

  /** A mandate in its table; {@code look} and {@code icon} show its state. */
  public record MandateRow(
      String certifierName,
      String certifier,
      String depositorName,
      String depositor,
      String look,
      String icon,
      String state,
      String from,
      String until) {}

  /** A key in its table; {@code look} and {@code icon} show its state. */
  public record KeyRow(
      String name,
      String algorithm,
      String fingerprint,
      String look,
      String icon,
      String state,
      String expires,
      String used,
      String usedFrom) {}
}
