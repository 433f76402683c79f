package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import org.guichet.deposit.boundary.DepositDossier;
import org.guichet.deposit.entity.ChainStep;
import org.guichet.deposit.entity.DepositChain;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Permission;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs the part of {@code /portal/deposit} that shows what was dropped to mend a deposit, and says
 * what the visitor may do about it.
 */
@Named
@RequestScoped
public class ChainPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject DepositDossier dossier;
  @Inject DepositPage deposit;
  @Inject Permissions permissions;

  private @Nullable DepositChain chain;

  private DepositChain chain() {
    if (chain == null) {
      chain = dossier.chain(visitor.caller(), visitor.caller().organisation(), deposit.number());
    }
    return chain;
  }

  /** Whether the visitor may drop for whoever dropped this deposit. */
  public boolean isOwn() {
    String sender = deposit.details().deposit().sender().value();
    return visitor
        .caller()
        .organisation()
        .filter(
            own ->
                visitor.getOrganisation() != null
                    && sender.equals(visitor.getOrganisation().matricule())
                    && permissions.allows(visitor.caller(), Permission.DEPOSIT_DROP, own))
        .isPresent();
  }

  /** Whether the visitor may drop a file of which it is said that it mends this deposit. */
  public boolean isCorrectable() {
    DepositStatus status = deposit.details().deposit().status();
    boolean rejects = status == DepositStatus.REJECTED || status == DepositStatus.PARTLY_ACCEPTED;
    return rejects && !deposit.isTrial() && !deposit.isTakingBack() && isOwn();
  }

  /** Whether there are accepted passages that the visitor may take back. */
  public boolean isWithdrawable() {
    DepositView view = deposit.details().deposit();
    boolean standing =
        view.status() == DepositStatus.ACCEPTED || view.status() == DepositStatus.PARTLY_ACCEPTED;
    return standing
        && view.accepted() > 0
        && deposit.details().kept()
        && !deposit.isTrial()
        && !deposit.isTakingBack()
        && isOwn();
  }

  /** Whether anything was dropped to mend it, or it mends something. */
  public boolean isThere() {
    return chain().steps().size() > 1;
  }

  public List<Step> getSteps() {
    return chain().steps().stream().map(this::step).toList();
  }

  private Step step(ChainStep one) {
    boolean judged = one.status().decided();
    return new Step(
        one.number(),
        text(one.corrects().isEmpty() ? "chain.first" : "chain.next", number(one.number())),
        one.corrects().map(of -> text("chain.of", number(of))).orElse(""),
        DepositLook.of(one.status(), texts()),
        judged ? number(one.accepted()) : "–",
        judged ? number(one.rejected()) : "–",
        one.rejected() > 0,
        one.receivedAt(),
        one.number() == deposit.number());
  }

  /** Whether every passage of the first deposit is accepted by now. */
  public boolean isDone() {
    return chain().left() == 0;
  }

  public String getSummary() {
    return isDone() ? text("chain.done") : text("chain.left", chain().left());
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  private String text(String key, Object... arguments) {
    return texts().text(key, arguments);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /**
   * A deposit of the chain.
   *
   * @param of which one it mends, in words; empty for the first
   * @param here whether it is the one that is shown
   */
  public record Step(
      long number,
      String name,
      String of,
      DepositLook look,
      String accepted,
      String rejected,
      boolean anyRejected,
      Instant receivedAt,
      boolean here) {}
}
