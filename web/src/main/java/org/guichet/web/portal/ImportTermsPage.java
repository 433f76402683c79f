package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.boundary.ImportTerms;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.portal.SettingsPage.Choice;
import org.jspecify.annotations.Nullable;

/** The part of {@code /portal/settings} that says what becomes of imports that come by SFTP. */
@Named
@RequestScoped
public class ImportTermsPage {
  private static final String HERE = "/portal/settings";

  private enum Term {
    DRAFT,
    APPLY
  }

  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject ImportTerms terms;

  /** Whether it is of any concern to whoever looks. */
  public boolean isShown() {
    return worked.may(Permission.PEOPLE_VIEW) || worked.may(Permission.SETTINGS_MANAGE);
  }

  public boolean isChangeable() {
    return worked.may(Permission.SETTINGS_MANAGE);
  }

  public List<Choice> getChoices() {
    Term chosen = terms.applied(worked.caller(), worked.id()) ? Term.APPLY : Term.DRAFT;
    Texts texts = Texts.in(language.getLocale());
    return List.of(Term.values()).stream()
        .map(
            term ->
                new Choice(
                    term.name(),
                    texts.text("settings.imports." + term),
                    texts.text("settings.imports." + term + ".what"),
                    term == chosen))
        .toList();
  }

  public @Nullable String choose() {
    String sent = notices.request().getParameter("imports");
    Optional<Term> term =
        List.of(Term.values()).stream().filter(one -> one.name().equals(sent)).findFirst();
    if (term.isEmpty()) {
      return notices.error("settings.CHOOSE").stay();
    }
    boolean changed = terms.choose(worked.caller(), worked.matricule(), term.get() == Term.APPLY);
    return notices
        .info(changed ? "settings.imports.SAVED." + term.get() : "settings.SAME")
        .to(HERE + worked.getQuery());
  }
}
