package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.guichet.account.entity.MailPurpose;

/** Backs {@code /signin/address}, where links lead that confirm a new address. */
@Named
@RequestScoped
public class AddressPage extends ConfirmedByLink {
  @Override
  MailPurpose purpose() {
    return MailPurpose.EMAIL_CHANGE;
  }

  @Override
  String confirmed() {
    return "email.CONFIRMED";
  }
}
