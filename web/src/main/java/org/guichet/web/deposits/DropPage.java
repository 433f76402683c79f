package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Optional;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sizes;
import org.guichet.web.Texts;

/** Backs {@code /portal/drop}: dropping files, or trying them out. */
@Named
@RequestScoped
public class DropPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject Sizes sizes;

  /** The page's name; for those who may drop. */
  public String getTitle() {
    Optional<OrganisationId> own = visitor.caller().organisation();
    if (own.isEmpty()) {
      throw new RefusedException(RefusedException.Code.NOT_ALLOWED, "drop for nobody");
    }
    permissions.require(visitor.caller(), Permission.DEPOSIT_DROP, own.get());
    return texts().text("drop.title");
  }

  /** How large a file may be, in bytes. */
  public long getMost() {
    return settings.maxSize();
  }

  /** How much of a file is looked at before it is sent, in bytes. */
  public int getBeginning() {
    return DropHeads.BEGINNING;
  }

  /** The limits, in words. */
  public String getLimits() {
    return texts()
        .text(
            "drop.limits",
            sizes.text(settings.maxSize()),
            NumberFormat.getIntegerInstance(language.getLocale()).format(settings.maxPassages()));
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }
}
