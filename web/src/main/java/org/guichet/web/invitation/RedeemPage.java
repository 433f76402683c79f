package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.guichet.invitation.boundary.Redeeming;
import org.guichet.invitation.entity.RedeemOffer;
import org.guichet.invitation.entity.RedeemOutcome;
import org.guichet.invitation.entity.RedeemOutcome.Reason;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.RightNames;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/redeem}: somebody’s code, what it gives, and the button that takes it. The
 * code is a secret: it never stands in an address.
 */
@Named
@RequestScoped
public class RedeemPage {
  static final String FIELD = "code";

  @Inject Notices notices;
  @Inject CurrentVisitor visitor;
  @Inject Redeeming redeeming;
  @Inject InvitationWords words;
  @Inject RightNames rights;

  private String code = "";
  private @Nullable RedeemOffer offer;
  private boolean answered;

  /** Shows what the code gives. */
  public @Nullable String look() {
    return answer(redeeming.preview(visitor.caller(), code));
  }

  /** Takes it. */
  public @Nullable String redeem() {
    return answer(redeeming.redeem(visitor.caller(), code));
  }

  private @Nullable String answer(RedeemOutcome outcome) {
    answered = true;
    return outcome.<@Nullable String>fold(
        offered -> {
          offer = offered.offer();
          return notices.stay();
        },
        redeemed -> {
          String place = words.place(redeemed.offer().place());
          return redeemed.offer().secondFactor()
              ? notices.warning("redeem.REDEEMED_FACTOR", place).to("/signin/login")
              : notices.info("redeem.REDEEMED", place).to("/portal/services");
        },
        refused -> {
          notices.errorAt(FIELD, "redeem.refused", text(refused));
          return notices.stay();
        });
  }

  private String text(RedeemOutcome.Refused refused) {
    Object[] arguments =
        refused.arguments().stream().map(one -> said(refused.reason(), one)).toArray();
    return words.texts().of("invitation").text("mistake." + refused.reason(), arguments);
  }

  private String said(Reason reason, String argument) {
    return switch (reason) {
      case CODE_EXPIRED, CODE_USED_BY_YOU -> words.day(LocalDate.parse(argument));
      case RIGHTS_EXCLUSIVE -> rights.of(argument);
      default -> argument;
    };
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
  }

  /** Whether the code is about to be taken: its form is there to be read, before any offer is. */
  public boolean isTaking() {
    return !answered && notices.request().getParameter("take") != null;
  }

  /** What the code gives; null until it was looked at. */
  public @Nullable RedeemOffer getOffer() {
    return offer;
  }

  private RedeemOffer offered() {
    if (offer == null) {
      throw new IllegalStateException("Only shown with an offer");
    }
    return offer;
  }

  public String getPlace() {
    return words.place(offered().place());
  }

  public boolean isOrganisation() {
    return offered().place().organisation();
  }

  public @Nullable String getIssuer() {
    return offered().issuer().orElse(null);
  }

  public List<InvitationWords.Named> getFresh() {
    return words.rights(offered().place(), offered().fresh());
  }

  public List<InvitationWords.Named> getPresent() {
    return words.rights(offered().place(), offered().present());
  }
}
