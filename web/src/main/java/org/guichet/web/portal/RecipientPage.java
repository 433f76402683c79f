package org.guichet.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.organisation.boundary.MailRecipients;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.organisation.entity.NewMailRecipient;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/recipient}: somebody new to write to, or the one that {@code id} names.
 * Addresses are personal data, so they stand in no address of a page.
 */
@Named
@RequestScoped
public class RecipientPage {
  private static final String BACK = "/portal/settings";

  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject MailRecipients recipients;

  private @Nullable String address;
  private @Nullable MailRecipientView before;

  @PostConstruct
  void begin() {
    worked.require(Permission.RECIPIENT_MANAGE);
    String id = getId();
    before =
        recipients.list(worked.caller(), worked.matricule()).stream()
            .filter(view -> view.id().toString().equals(id))
            .findFirst()
            .orElse(null);
  }

  public String getId() {
    String id = notices.request().getParameter("id");
    return id == null ? "" : id;
  }

  /** Whether somebody is changed who is written to already. */
  public boolean isKnown() {
    return before != null;
  }

  public @Nullable String save() {
    Locale tongue = Locale.forLanguageTag(getTongue());
    NewMailRecipient data = new NewMailRecipient(getAddress(), tongue, wanted(), timing());
    return recipients
        .add(worked.caller(), worked.matricule(), data)
        .<@Nullable String>fold(
            added -> notices.info("settings.recipient.ADDED").to(BACK + worked.getQuery()),
            changed -> notices.info("settings.recipient.CHANGED").to(BACK + worked.getQuery()),
            same -> notices.info("settings.SAME").to(BACK + worked.getQuery()),
            refused -> notices.organisationMistakes(refused.mistakes()).stay());
  }

  public @Nullable String remove() {
    recipients.remove(worked.caller(), worked.matricule(), getAddress());
    return notices.info("settings.recipient.REMOVED").to(BACK + worked.getQuery());
  }

  private boolean sent() {
    return notices.request().getParameter("timing") != null;
  }

  private Set<MailedReceipt> wanted() {
    if (!sent()) {
      return before == null ? EnumSet.allOf(MailedReceipt.class) : before.receipts();
    }
    Set<MailedReceipt> wanted = EnumSet.noneOf(MailedReceipt.class);
    Stream.of(MailedReceipt.values())
        .filter(receipt -> notices.request().getParameter("receipt." + receipt) != null)
        .forEach(wanted::add);
    return wanted;
  }

  private MailTiming timing() {
    String text = notices.request().getParameter("timing");
    return Stream.of(MailTiming.values())
        .filter(timing -> timing.name().equals(text))
        .findFirst()
        .orElse(before == null ? MailTiming.EACH : before.timing());
  }

  public List<SettingsPage.Choice> getReceipts() {
    return Stream.of(MailedReceipt.values())
        .map(r -> choice("settings.receipt.", r.name(), wanted().contains(r)))
        .toList();
  }

  public List<SettingsPage.Choice> getTimings() {
    return Stream.of(MailTiming.values())
        .map(timing -> choice("settings.timing.", timing.name(), timing == timing()))
        .toList();
  }

  private SettingsPage.Choice choice(String prefix, String name, boolean here) {
    Texts texts = Texts.in(language.getLocale());
    return new SettingsPage.Choice(
        name, texts.text(prefix + name), texts.text(prefix + name + ".what"), here);
  }

  public List<PageLanguage.Other> getTongues() {
    return language.getAll();
  }

  public String getTongue() {
    String sent = notices.request().getParameter("tongue");
    if (sent != null) {
      return sent;
    }
    return before == null ? language.getCode() : before.language().toLanguageTag();
  }

  /** Of somebody who is known: it names them, and stays. */
  public String getAddress() {
    if (before != null) {
      return before.address();
    }
    return address == null ? "" : address;
  }

  public void setAddress(@Nullable String address) {
    this.address = address;
  }
}
