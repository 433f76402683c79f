package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.guichet.platform.entity.DayText;

/** Backs {@code /accessibility}: what was checked, and when. */
@Named
@RequestScoped
public class AccessibilityPage {
  /** Of the last look at all pages by people; the automatic checks run with every build. */
  private static final LocalDate CHECKED_ON = LocalDate.of(2026, 11, 23);

  @Inject PageLanguage language;

  public String getCheckedOn() {
    return DayText.day(CHECKED_ON, language.getLocale());
  }
}
