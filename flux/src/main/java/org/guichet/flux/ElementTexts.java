package org.guichet.flux;

import java.util.Locale;
import java.util.ResourceBundle;

/** Says what the value of an element stands for, where its name alone doesn't tell. */
public final class ElementTexts {
  private static final String BUNDLE = "org.guichet.flux.elements";

  private ElementTexts() {}

  /** One sentence with a blank before it; empty when there is nothing to say. */
  public static String meaning(String element, Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(BUNDLE, locale, new FindingTexts.FrenchOtherwise());
    return bundle.containsKey(element) ? " " + bundle.getString(element) : "";
  }
}
