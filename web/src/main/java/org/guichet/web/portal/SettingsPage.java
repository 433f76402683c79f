package org.guichet.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guichet.organisation.boundary.AccountTerms;
import org.guichet.organisation.boundary.CheckingSettings;
import org.guichet.organisation.boundary.MailRecipients;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.PeopleRegisters;
import org.guichet.organisation.boundary.SilenceTerms;
import org.guichet.organisation.entity.CheckingChoice;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.IdentityCheck;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.organisation.entity.RegisterCoverage;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/settings}: how an organisation's files are checked, whom its receipts are
 * mailed to, and when its people's accounts expire.
 */
@Named
@RequestScoped
public class SettingsPage {
  private static final String HERE = "/portal/settings";

  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject CheckingSettings checking;
  @Inject PeopleRegisters registers;
  @Inject OrganisationDirectory directory;
  @Inject MailRecipients recipients;
  @Inject AccountTerms terms;
  @Inject SilenceTerms silences;
  @Inject Settings settings;

  private @Nullable CheckingChoice chosen;
  private @Nullable String silence;

  @PostConstruct
  void begin() {
    worked.require(Permission.RECIPIENT_VIEW);
  }

  /** Whether files are checked as this organisation says. */
  public boolean isCertifier() {
    return directory
        .find(worked.caller(), worked.id())
        .map(OrganisationView::contracts)
        .filter(contracts -> !contracts.isEmpty())
        .isPresent();
  }

  public boolean isChangeable() {
    return worked.may(Permission.SETTINGS_MANAGE);
  }

  public boolean isRecipientsChangeable() {
    return worked.may(Permission.RECIPIENT_MANAGE);
  }

  private CheckingChoice chosen() {
    if (chosen == null) {
      chosen = checking.view(worked.caller(), worked.id());
    }
    return chosen;
  }

  public List<Choice> getModes() {
    return List.of(CheckingMode.values()).stream()
        .map(mode -> choice("settings.mode.", mode.name(), mode == chosen().mode()))
        .toList();
  }

  public List<Choice> getIdentities() {
    return List.of(IdentityCheck.values()).stream()
        .map(check -> choice("settings.identity.", check.name(), check == chosen().identity()))
        .toList();
  }

  private Choice choice(String prefix, String name, boolean here) {
    Texts texts = texts();
    return new Choice(name, texts.text(prefix + name), texts.text(prefix + name + ".what"), here);
  }

  /** Whom the register of people covers, or that there is none. */
  public String getCoverage() {
    Optional<RegisterCoverage> coverage = registers.coverage(worked.caller(), worked.id());
    return coverage
        .map(
            known ->
                texts()
                    .text(
                        "settings.coverage",
                        NumberFormat.getIntegerInstance(language.getLocale())
                            .format(known.people()),
                        dates.fully(known.changedAt())))
        .orElseGet(() -> texts().text("settings.coverage.none"));
  }

  public @Nullable String choose() {
    Optional<CheckingMode> mode = sent("mode", CheckingMode.class);
    Optional<IdentityCheck> identity = sent("identity", IdentityCheck.class);
    if (mode.isEmpty() || identity.isEmpty()) {
      return notices.error("settings.CHOOSE").stay();
    }
    boolean changed =
        checking.change(
            worked.caller(), worked.matricule(), new CheckingChoice(mode.get(), identity.get()));
    return notices.info(changed ? "settings.SAVED" : "settings.SAME").to(HERE + worked.getQuery());
  }

  private <E extends Enum<E>> Optional<E> sent(String name, Class<E> type) {
    String text = notices.request().getParameter(name);
    return List.of(type.getEnumConstants()).stream()
        .filter(one -> one.name().equals(text))
        .findFirst();
  }

  public List<Row> getRecipients() {
    return recipients.list(worked.caller(), worked.matricule()).stream().map(this::row).toList();
  }

  private Row row(MailRecipientView view) {
    Texts texts = texts();
    return new Row(
        view.id().toString(),
        view.address(),
        view.receipts().stream()
            .sorted()
            .map(receipt -> texts.text("settings.receipt." + receipt))
            .collect(Collectors.joining(", ")),
        texts.text("settings.timing." + view.timing()),
        view.language().getDisplayLanguage(language.getLocale()));
  }

  /** After how long without signing in accounts expire. */
  public String getExpiry() {
    return texts().text("settings.accounts.expiry", length(life()));
  }

  private Period life() {
    return terms.inForce(worked.caller(), worked.id());
  }

  /** What can be chosen for that: months, and as the portal says. */
  public List<Choice> getLives() {
    Optional<Integer> chosen = terms.chosen(worked.caller(), worked.id());
    List<Choice> lives = new ArrayList<>();
    String usual = length(settings.account().expiry());
    lives.add(new Choice("", texts().text("settings.accounts.usual", usual), "", chosen.isEmpty()));
    for (int months : terms.choices(worked.caller(), worked.id())) {
      boolean here = chosen.filter(own -> own == months).isPresent();
      lives.add(new Choice(Integer.toString(months), length(Period.ofMonths(months)), "", here));
    }
    return lives;
  }

  /** In months where it is a number of such, else in days. */
  private String length(Period period) {
    long months = period.toTotalMonths();
    long days = ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(period));
    return period.equals(period.withDays(0))
        ? texts().text("settings.accounts.length", months)
        : texts().text("settings.accounts.days", days);
  }

  public @Nullable String live() {
    String sent = notices.request().getParameter("months");
    String text = sent == null ? "" : sent;
    if (!text.matches("\\d{0,4}")) {
      return notices.error("settings.CHOOSE").stay();
    }
    Optional<Integer> months =
        text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    Optional<Mistake> mistake = terms.choose(worked.caller(), worked.matricule(), months);
    return mistake.isPresent()
        ? notices.organisationMistakes(List.of(mistake.get())).stay()
        : notices.info("settings.accounts.SAVED", length(life())).to(HERE + worked.getQuery());
  }

  /** After how many days a silence is told, as typed or as chosen before; empty for never. */
  public String getSilence() {
    return silence != null
        ? silence
        : silences.chosen(worked.caller(), worked.id()).map(Object::toString).orElse("");
  }

  public void setSilence(@Nullable String typed) {
    silence = typed == null ? "" : typed.strip();
  }

  /** The same as a sentence. */
  public String getSilenceText() {
    return silences
        .chosen(worked.caller(), worked.id())
        .map(days -> texts().text("settings.silence.on", days))
        .orElseGet(() -> texts().text("settings.silence.off"));
  }

  public @Nullable String listen() {
    String text = getSilence();
    if (!text.matches("(-?\\d{1,6})?")) {
      return notices
          .organisationMistakes(List.of(Mistake.of("silence", Mistake.Code.SILENCE_DAYS, text)))
          .stay();
    }
    Optional<Integer> days = text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    Optional<Mistake> mistake = silences.choose(worked.caller(), worked.matricule(), days);
    return mistake.isPresent()
        ? notices.organisationMistakes(List.of(mistake.get())).stay()
        : notices
            .info("settings.silence.SAVED." + (days.isPresent() ? "on" : "off"))
            .to(HERE + worked.getQuery());
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /**
   * Something to choose.
   *
   * @param here whether it is chosen
   */
  public record Choice(String value, String name, String what, boolean here) {}

  /** Somebody who is written to. */
  public record Row(String id, String address, String receipts, String timing, String language) {}
}
