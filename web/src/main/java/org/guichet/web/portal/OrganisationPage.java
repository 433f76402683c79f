package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.boundary.MailRecipients;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Permission;
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
  @Inject WorkedFor worked;
  @Inject OrganisationDirectory directory;
  @Inject Members members;
  @Inject Mandates mandateBook;
  @Inject KeyRing ring;
  @Inject MailRecipients recipientList;

  private @Nullable OrganisationView view;
  private @Nullable List<NewPerson> administrators;

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
              facts.addAll(identity(known.identity()));
              facts.add(fact("email", known.email()));
              facts.add(fact("state", texts().text("organisation.state." + known.state())));
            });
    return facts;
  }

  private List<Fact> identity(OrganisationIdentity identity) {
    List<Fact> facts = new ArrayList<>();
    String unknown = texts().text("organisation.unknown");
    facts.add(fact("legalName", identity.legalName().orElse(unknown)));
    facts.add(fact("seat", identity.seat().orElse(unknown)));
    identity.siret().ifPresent(siret -> facts.add(code("siret", siret)));
    identity.uai().ifPresent(uai -> facts.add(code("uai", uai)));
    identity.ide().ifPresent(ide -> facts.add(code("ide", ide)));
    return facts;
  }

  public boolean isAdministratorsVisible() {
    return worked.may(Permission.ORGANISATION_VIEW);
  }

  /** Whom to ask about rights, by name. */
  public List<NewPerson> getAdministrators() {
    Belonging organisation = visitor.getOrganisation();
    if (administrators == null) {
      administrators =
          organisation == null
              ? List.of()
              : members.administrators(visitor.caller(), organisation.organisation());
    }
    return administrators;
  }

  /** What else is set for it, each with where it stands. */
  public List<Place> getPlaces() {
    List<Place> places = new ArrayList<>();
    if (worked.may(Permission.MANDATE_VIEW)) {
      long inForce =
          mandateBook.list(visitor.caller(), worked.matricule()).stream()
              .filter(MandateView::inForce)
              .count();
      places.add(place("/portal/mandates", "shield", "mandates", inForce));
    }
    if (worked.may(Permission.KEY_VIEW)) {
      long good =
          ring.list(visitor.caller(), worked.matricule()).stream()
              .filter(key -> key.status() == KeyStatus.GOOD)
              .count();
      places.add(place("/portal/keys", "key", "keys", good));
    }
    if (worked.may(Permission.RECIPIENT_VIEW)) {
      int recipients = recipientList.list(visitor.caller(), worked.matricule()).size();
      places.add(place("/portal/settings", "gear", "settings", recipients));
    }
    return places;
  }

  private Place place(String address, String icon, String name, long count) {
    return new Place(
        address,
        icon,
        texts().text("organisation." + name),
        texts().text("organisation." + name + ".count", count),
        texts().text("organisation." + name + ".go"));
  }

  private Optional<OrganisationView> view() {
    Belonging organisation = visitor.getOrganisation();
    if (view == null && organisation != null && worked.may(Permission.ORGANISATION_VIEW)) {
      view = directory.find(visitor.caller(), organisation.organisation()).orElse(null);
    }
    return Optional.ofNullable(view);
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

  /**
   * A line of what identifies an organisation.
   *
   * @param code whether it is to be copied letter by letter
   */
  public record Fact(String label, String value, boolean code) {}

  /**
   * Another page on the organisation.
   *
   * @param state what there is to see
   * @param go what its link says
   */
  public record Place(String address, String icon, String name, String state, String go) {}
}
