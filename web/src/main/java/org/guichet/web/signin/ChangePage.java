package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.NewPerson;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/change}, where links lead that agree to what an administrator proposes. Only
 * its button does it.
 */
@Named
@RequestScoped
public class ChangePage {
  @Inject OwnProfile profile;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private @Nullable NewPerson wish;

  public @Nullable String confirm() {
    return profile
        .confirm(visitor.caller(), MailPurpose.MEMBER_CHANGE, getToken())
        .<@Nullable String>fold(
            done -> notices.info("change.CONFIRMED").to("/signin/login"),
            sent -> notices.stay(),
            refused -> notices.stay()); // a link that is over shows itself
  }

  private Optional<NewPerson> wish() {
    if (wish == null) {
      wish =
          profile.lookAtLink(visitor.caller(), MailPurpose.MEMBER_CHANGE, getToken()).orElse(null);
    }
    return Optional.ofNullable(wish);
  }

  /** Whether the link still works. */
  public boolean isOpen() {
    return wish().isPresent();
  }

  public String getEmail() {
    return wish().map(NewPerson::email).orElse("");
  }

  public String getName() {
    return wish().map(person -> CurrentVisitor.full(person.name())).orElse("");
  }

  /** What the link proves itself by. */
  public String getToken() {
    String token = notices.request().getParameter("token");
    return token == null ? "" : token;
  }
}
