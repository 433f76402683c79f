package org.guichet.web.portal;

import java.util.ArrayList;
import java.util.List;
import org.guichet.account.entity.MemberQuery.Standing;
import org.guichet.account.entity.MemberView;

/** What a button does to a member; texts under {@code member.deed.<name>}. */
public enum MemberDeed {
  RENEW("run", false),
  RESEND("mail", false),
  ENABLE("up", false),
  RESTORE("run", false),
  RESET_FACTOR("shield", false),
  DISABLE("ban", true),
  DELETE("trash", true),
  /** To delete, for an account that belongs to others too. */
  LEAVE("leave", true);

  private final String icon;
  private final boolean grave;

  MemberDeed(String icon, boolean grave) {
    this.icon = icon;
    this.grave = grave;
  }

  /** How a button asks for it. */
  public String getWord() {
    return MembersListing.word(this);
  }

  public String getIcon() {
    return icon;
  }

  public boolean isGrave() {
    return grave;
  }

  /**
   * What makes sense for this member now; the boundary judges it again.
   *
   * @param self whether it is the visitor
   */
  static List<MemberDeed> possible(MemberView member, boolean self) {
    Standing standing = member.account().standing();
    boolean alone = member.ownAlone();
    List<MemberDeed> deeds = new ArrayList<>();
    switch (standing) {
      case PENDING -> deeds.add(RESEND);
      case ACTIVE, EXPIRED -> deeds.add(RENEW);
      case DISABLED -> {
        if (alone) {
          deeds.add(ENABLE);
        }
      }
      case DELETED -> deeds.add(RESTORE);
    }
    boolean active = standing == Standing.ACTIVE || standing == Standing.EXPIRED;
    if (active && alone && !self) {
      if (member.secondFactor()) {
        deeds.add(RESET_FACTOR);
      }
      deeds.add(DISABLE);
    }
    if (standing != Standing.DELETED) {
      deeds.add(alone ? DELETE : LEAVE);
    }
    return deeds;
  }
}
