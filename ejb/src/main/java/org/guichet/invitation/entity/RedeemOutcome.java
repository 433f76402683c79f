package org.guichet.invitation.entity;

import java.util.List;
import java.util.function.Function;

/** What a code came to: what it would give, what it gave, or why it gives nothing. */
public sealed interface RedeemOutcome {
  /** It can be redeemed; nothing is given yet. */
  record Offered(RedeemOffer offer) implements RedeemOutcome {}

  /** Its rights are given. */
  record Redeemed(RedeemOffer offer) implements RedeemOutcome {}

  /**
   * It gives nothing.
   *
   * @param arguments what the text quotes
   */
  record Refused(Reason reason, List<String> arguments) implements RedeemOutcome {
    public Refused {
      arguments = List.copyOf(arguments);
    }

    public static Refused of(Reason reason, String... arguments) {
      return new Refused(reason, List.of(arguments));
    }
  }

  /** Why; worded in the bundle {@code invitation} under {@code mistake.<reason>}. */
  enum Reason {
    /** Nothing was typed. */
    CODE_MISSING,
    /** It isn’t written as a code is. */
    CODE_MALFORMED,
    /** There is no such code. */
    CODE_UNKNOWN,
    /** Too many were tried: it wasn’t looked at. */
    TRIED_TOO_OFTEN,
    /** Somebody used it. */
    CODE_USED,
    /** The very same person used it. Arguments: day. */
    CODE_USED_BY_YOU,
    CODE_DEACTIVATED,
    /** Arguments: its last day. */
    CODE_EXPIRED,
    /** Who made it may not give these rights any more. */
    ISSUER_WITHOUT_RIGHT,
    /** Arguments: the organisation’s name. */
    ORGANISATION_SUSPENDED,
    /** What it gives is not in the catalogue any more, or the organisation not connected to it. */
    RIGHTS_RETIRED,
    /** It was made for another address. */
    OTHER_ADDRESS,
    /** Arguments: the codes of the rights that exclude each other, with a comma between. */
    RIGHTS_EXCLUSIVE,
    /** The person has all of it. */
    HELD_ALREADY
  }

  default <R> R fold(
      Function<? super Offered, ? extends R> onOffered,
      Function<? super Redeemed, ? extends R> onRedeemed,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Offered offered) {
      return onOffered.apply(offered);
    }
    if (this instanceof Redeemed redeemed) {
      return onRedeemed.apply(redeemed);
    }
    return onRefused.apply((Refused) this);
  }
}
