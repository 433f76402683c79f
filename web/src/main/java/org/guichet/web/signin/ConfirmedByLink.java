package org.guichet.web.signin;

import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.NewPerson;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/** A page where links lead by which people confirm a change. Only its button does it. */
public abstract class ConfirmedByLink {
  @Inject OwnProfile profile;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private @Nullable NewPerson wish;

  /** What its links are for. */
  abstract MailPurpose purpose();

  /** Key of what is said once it is done. */
  abstract String confirmed();

  public @Nullable String confirm() {
    return profile
        .confirm(visitor.caller(), purpose(), getToken())
        .<@Nullable String>fold(
            done -> notices.info(confirmed()).to("/signin/login"),
            sent -> notices.stay(),
            refused -> notices.stay()); // a link that is over shows itself
  }

  private Optional<NewPerson> wish() {
    if (wish == null) {
      wish = profile.lookAtLink(visitor.caller(), purpose(), getToken()).orElse(null);
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
