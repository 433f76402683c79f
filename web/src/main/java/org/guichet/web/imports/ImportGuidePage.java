package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.roster.entity.Profile;

/** Backs {@code /portal/import-guide}: what files need, in short. */
@Named
@RequestScoped
public class ImportGuidePage {
  @Inject ImportWords words;

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

  /** A profile with what its files need. */
  public record Kind(String code, String name, String what) {}
}
