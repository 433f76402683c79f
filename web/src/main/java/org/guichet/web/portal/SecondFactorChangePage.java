package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.OwnView;
import org.guichet.account.entity.RecoveryOutcome;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.signin.EnrolmentPage;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/second-factor} and {@code /portal/recovery-codes}: another authenticator,
 * new recovery codes, or none of both. Each asks for the password.
 */
@Named
@RequestScoped
public class SecondFactorChangePage {
  private static final String HERE = "/portal/second-factor";

  @Inject OwnProfile profile;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Moments dates;

  private String present = "";
  private String code = "";
  private @Nullable OwnView view;
  private @Nullable Enrolment enrolment;
  private List<String> recoveryCodes = List.of();

  public @Nullable String enrol() {
    return show(profile.enrol(visitor.caller(), present, getSecret(), code));
  }

  public @Nullable String makeCodes() {
    return show(profile.newRecoveryCodes(visitor.caller(), present));
  }

  private @Nullable String show(RecoveryOutcome outcome) {
    return outcome.<@Nullable String>fold(
        made -> {
          recoveryCodes = made.recoveryCodes();
          return notices.show("/portal/recovery-codes");
        },
        refused -> refuse(refused.mistakes()));
  }

  /** The password stands in the form that was sent. */
  private @Nullable String refuse(List<AccountMistake> mistakes) {
    boolean enrolling = !code.isEmpty();
    return notices
        .mistakes(
            mistakes.stream()
                .map(
                    m ->
                        !enrolling && m.field().equals("present")
                            ? new AccountMistake("proof", m.code(), m.arguments())
                            : m)
                .toList())
        .stay();
  }

  public @Nullable String drop() {
    return profile
        .dropSecondFactor(visitor.caller(), present)
        .<@Nullable String>fold(
            done -> notices.info("factor.DROPPED").to(HERE),
            sent -> notices.stay(),
            refused -> refuse(refused.mistakes()));
  }

  private OwnView view() {
    if (view == null) {
      view = profile.view(visitor.caller());
    }
    return view;
  }

  public boolean isThere() {
    return view().secondFactorSince().isPresent();
  }

  public boolean isCompulsory() {
    return view().secondFactorCompulsory();
  }

  public String getState() {
    Texts texts = Texts.in(language.getLocale());
    return view()
        .secondFactorSince()
        .map(since -> texts.text("factor.since", dates.day(since)))
        .orElseGet(() -> texts.text("factor.none"));
  }

  public long getCodesLeft() {
    return view().recoveryCodesLeft();
  }

  /** The one that was shown, while a wrong code is mended; else a new one. */
  public String getSecret() {
    String shown = notices.request().getParameter("secret");
    return shown == null ? enrolment().secret() : shown;
  }

  private Enrolment enrolment() {
    if (enrolment == null) {
      enrolment = profile.newSecondFactor(visitor.caller());
    }
    return enrolment;
  }

  /** The QR code of a new secret; empty while one is being mended, which the telephone has. */
  public String getPicture() {
    return notices.request().getParameter("secret") == null
        ? EnrolmentPage.picture(enrolment().svg())
        : "";
  }

  public String getSecretText() {
    return EnrolmentPage.grouped(getSecret());
  }

  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  /** All of them, one a line. */
  public String getRecoveryText() {
    return String.join("\n", recoveryCodes);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** Never given back. */
  public String getPresent() {
    return "";
  }

  public void setPresent(String present) {
    this.present = present;
  }
}
