package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.account.entity.OwnView;
import org.guichet.account.entity.PersonName;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.signin.PasswordByLink;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/profile}: what everybody may change of the own account. */
@Named
@RequestScoped
public class ProfilePage {
  private static final String HERE = "/portal/profile";

  @Inject OwnProfile profile;
  @Inject ProviderSignIn provider;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Moments dates;

  private @Nullable OwnView view;
  private @Nullable String given;
  private @Nullable String family;
  private @Nullable String tongue;
  private String newEmail = "";
  private String present = "";
  private String password = "";

  public @Nullable String save() {
    PersonName name = new PersonName(getGiven(), getFamily());
    return profile
        .rename(visitor.caller(), name, Locale.forLanguageTag(getTongue()))
        .<@Nullable String>fold(
            done -> notices.info("profile.SAVED").to(HERE),
            sent -> notices.stay(),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  public @Nullable String changeEmail() {
    return profile
        .changeEmail(visitor.caller(), newEmail)
        .<@Nullable String>fold(
            done -> notices.info("profile.SAVED").to(HERE),
            sent -> notices.info("profile.email.SENT", newEmail.strip()).to(HERE),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  public @Nullable String changePassword() {
    return profile
        .changePassword(visitor.caller(), present, password)
        .<@Nullable String>fold(
            done -> notices.info("profile.password.CHANGED").to(HERE),
            sent -> notices.stay(),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  private OwnView view() {
    if (view == null) {
      view = profile.view(visitor.caller());
    }
    return view;
  }

  public String getEmail() {
    return view().account().email();
  }

  /** Since when there is a second factor, or that there is none. */
  public String getFactorState() {
    Texts texts = Texts.in(language.getLocale());
    return view()
        .secondFactorSince()
        .map(since -> texts.text("factor.since", dates.day(since)))
        .orElseGet(() -> texts.text("factor.none"));
  }

  /** What people call the provider that they may sign in with; null for none. */
  public @Nullable String getProvider() {
    return provider.name(visitor.caller()).orElse(null);
  }

  public List<PageLanguage.Other> getTongues() {
    return language.getAll();
  }

  /** The fewest characters of a password. */
  public int getLeast() {
    return PasswordByLink.least(profile.judge(visitor.caller(), ""));
  }

  public String getGiven() {
    return given == null ? view().account().name().given() : given;
  }

  public void setGiven(String given) {
    this.given = given;
  }

  public String getFamily() {
    return family == null ? view().account().name().family() : family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getTongue() {
    return tongue == null ? view().account().language().toLanguageTag() : tongue;
  }

  public void setTongue(String tongue) {
    this.tongue = tongue;
  }

  public String getNewEmail() {
    return newEmail;
  }

  public void setNewEmail(String newEmail) {
    this.newEmail = newEmail;
  }

  /** Never given back. */
  public String getPresent() {
    return "";
  }

  public void setPresent(String present) {
    this.present = present;
  }

  /** Never given back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
