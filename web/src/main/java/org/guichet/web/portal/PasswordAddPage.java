package org.guichet.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.entity.NewPassword;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/password-new} and {@code /portal/password-made}: a technical password for a
 * machine that knows no keys. It is shown once.
 */
@Named
@RequestScoped
public class PasswordAddPage {
  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject KeyRing ring;
  @Inject Settings settings;

  private KeyTermsForm terms;
  private String made = "";
  private String madeName = "";

  /** For the container, which brings the rest. */
  @SuppressWarnings("NullAway.Init")
  public PasswordAddPage() {}

  @PostConstruct
  void begin() {
    worked.require(Permission.KEY_MANAGE);
    terms = new KeyTermsForm(notices);
  }

  /** Whether any can be made here. */
  public boolean isOffered() {
    return ring.takesPasswords(worked.caller(), worked.matricule());
  }

  public @Nullable String make() {
    if (!terms.readable()) {
      return notices.stay();
    }
    NewPassword data =
        new NewPassword(
            terms.getName(), terms.chosen(), terms.expires(settings.zone()), terms.ranges());
    return ring.addPassword(worked.caller(), worked.matricule(), data)
        .<@Nullable String>fold(
            added -> {
              made = added.password().value();
              madeName = added.key().name();
              return notices.show("/portal/password-made");
            },
            refused -> notices.organisationMistakes(refused.mistakes()).stay());
  }

  public KeyTermsForm getTerms() {
    return terms;
  }

  /** Shown in the answer that made it, and nowhere else. */
  public String getMade() {
    return made;
  }

  public String getMadeName() {
    return madeName;
  }
}
