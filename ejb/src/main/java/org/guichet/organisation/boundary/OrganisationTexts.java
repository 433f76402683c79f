package org.guichet.organisation.boundary;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.Mistake;

/**
 * What mistakes and refusals of this component say to people. French is spoken to whoever reads a
 * language that isn't there.
 */
public final class OrganisationTexts {
  private final Locale language;
  private final ResourceBundle bundle;

  private OrganisationTexts(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "org.guichet.organisation.organisation",
            language,
            OrganisationTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static OrganisationTexts in(Locale wished) {
    return new OrganisationTexts(
        wished.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH);
  }

  public String of(Mistake mistake) {
    return text("mistake." + mistake.code(), mistake.arguments());
  }

  /** Why it isn't rightful, with what to do; empty when it is. */
  public String of(DepositRight right) {
    if (right.refusal() == null) {
      return "";
    }
    boolean open =
        right.refusal() == DepositRight.Refusal.MANDATE_NOT_IN_FORCE
            && right.arguments().get(3).isEmpty();
    return text("refusal." + right.refusal() + (open ? ".open" : ""), right.arguments());
  }

  private String text(String key, List<String> arguments) {
    return new MessageFormat(bundle.getString(key), language).format(arguments.toArray());
  }
}
