package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.web.GuideBook;
import org.guichet.web.PageLanguage;

/** Backs {@code /portal/depositor-guide}. */
@Named
@RequestScoped
public class DepositorGuidePage {
  @Inject GuideBook guides;
  @Inject PageLanguage language;

  /** The guide, in HTML. */
  public String getGuide() {
    return guides.html("depositor-guide", language.getLocale());
  }
}
