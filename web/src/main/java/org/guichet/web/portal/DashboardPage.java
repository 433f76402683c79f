package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Permission;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.deposits.DepositLook;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/dashboard}: where somebody belongs, and what became of the last files. */
@Named
@RequestScoped
public class DashboardPage {
  private static final int DEPOSITS = 5;

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Permissions permissions;
  @Inject DepositDesk desk;

  private @Nullable List<Row> deposits;

  public String getGreeting() {
    return Texts.in(language.getLocale()).text("dashboard.hello", visitor.getGivenName());
  }

  /** Whether there are deposits that the visitor may see: the organisation's, or all of them. */
  public boolean isDepositsVisible() {
    Belonging organisation = visitor.getOrganisation();
    return organisation == null
        ? permissions.allowsEverywhere(visitor.caller(), Permission.DEPOSIT_VIEW)
        : permissions.allows(
            visitor.caller(), Permission.DEPOSIT_VIEW, organisation.organisation());
  }

  /** Whether there is nothing here yet for the visitor. */
  public boolean isNothing() {
    return visitor.getOrganisation() == null && !isDepositsVisible();
  }

  /** The newest deposits: of the organisation, or of all. */
  public List<Row> getDeposits() {
    if (deposits == null) {
      Texts texts = Texts.in(language.getLocale());
      DepositQuery query =
          new DepositQuery(visitor.caller().organisation(), Optional.empty(), 0, DEPOSITS);
      deposits =
          desk.list(visitor.caller(), query).stream().map(view -> Row.of(view, texts)).toList();
    }
    return deposits;
  }

  /** A deposit in the table. */
  public record Row(
      String fileName,
      long number,
      DepositLook status,
      String accepted,
      String rejected,
      boolean anyRejected,
      Instant receivedAt) {
    static Row of(DepositView view, Texts texts) {
      NumberFormat numbers = NumberFormat.getIntegerInstance(texts.language());
      DepositLook status = DepositLook.of(view.status(), texts);
      return new Row(
          view.fileName(),
          view.number(),
          status,
          numbers.format(view.accepted()),
          numbers.format(view.rejected()),
          view.rejected() > 0,
          view.receivedAt());
    }
  }
}
