package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.guichet.account.entity.MailPurpose;

/** Backs {@code /signin/change}, where links lead that agree to what an administrator proposes. */
@Named
@RequestScoped
public class ChangePage extends ConfirmedByLink {
  @Override
  MailPurpose purpose() {
    return MailPurpose.MEMBER_CHANGE;
  }

  @Override
  String confirmed() {
    return "change.CONFIRMED";
  }
}
