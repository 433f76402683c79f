package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.roster.entity.Profile;
import org.guichet.web.GuideBook;
import org.guichet.web.PageLanguage;

/**
 * Backs {@code /portal/import-guide}: the templates of files, and the guide to importing people.
 */
@Named
@RequestScoped
public class ImportGuidePage {
  @Inject ImportWords words;
  @Inject GuideBook guides;
  @Inject PageLanguage language;

  public List<Kind> getKinds() {
    return Stream.of(Profile.values())
        .map(
            profile ->
                new Kind(
                    profile.name(),
                    words.profile(profile),
                    words.text("imports.files.what." + profile)))
        .toList();
  }

  /** The guide, in HTML. */
  public String getGuide() {
    return guides.html("import-guide", language.getLocale());
  }

  /** A profile with what its files need. */
  public record Kind(String code, String name, String what) {}
}
