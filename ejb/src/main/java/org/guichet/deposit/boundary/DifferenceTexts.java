package org.guichet.deposit.boundary;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guichet.deposit.entity.Difference;

/** Words differences for whoever runs the desk; French for whoever reads neither language. */
public final class DifferenceTexts {
  private static final String BUNDLE = "org.guichet.deposit.differences";

  private final Locale language;
  private final ResourceBundle bundle;

  private DifferenceTexts(Locale language) {
    this.language = language;
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            DifferenceTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static DifferenceTexts in(Locale wished) {
    return new DifferenceTexts(
        wished.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH);
  }

  /** What disagrees with what. */
  public String what(Difference difference) {
    return text(difference, "what");
  }

  /** What was done about it, or what is to be done. */
  public String mend(Difference difference) {
    return text(difference, difference.mended() ? "mended" : "mend");
  }

  private String text(Difference difference, String about) {
    return new MessageFormat(bundle.getString(difference.kind() + "." + about), language)
        .format(new Object[] {difference.about()});
  }
}
