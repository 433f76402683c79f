package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.roster.boundary.ImportDrafts;
import org.guichet.roster.entity.AddFileOutcome;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.Profile;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/import-files?id=…}: the files of an import, and its options. Whatever button
 * sends the form, what was chosen in it is kept.
 */
@Named
@RequestScoped
public class ImportFilesPage {
  private static final String REMOVE = "remove:";

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject ImportAt at;
  @Inject ImportDrafts drafts;
  @Inject ImportWords words;
  @Inject Sizes sizes;
  @Inject Notices notices;

  /** Keeps what was sent, if anything was, and leads on. */
  public @Nullable String act() throws IOException, ServletException {
    if (!at.isOpen()) {
      return notices.to(at.page("done"));
    }
    if (!request.getMethod().equals("POST")) {
      return notices.stay();
    }
    boolean taken = take();
    drafts.choose(visitor.caller(), at.getId(), options());
    String go = new Asked(request).text("go");
    if (go.startsWith(REMOVE)) {
      remove(go.substring(REMOVE.length()));
    }
    if (!go.equals("next") || !taken) {
      return notices.to(at.page("files"));
    }
    at.again();
    return at.getView().files().isEmpty()
        ? notices.warning("imports.files.none").to(at.page("files"))
        : notices.to(at.page("fields"));
  }

  private ImportOptions options() {
    return new ImportOptions(
        request.getParameter("preDelete") != null, request.getParameter("yearChange") != null);
  }

  /** Takes a file out: its place, a colon, its name. */
  private void remove(String which) {
    String[] parts = which.split(":", 2);
    boolean removed =
        parts.length == 2
            && parts[0].matches("\\d{1,4}")
            && drafts.remove(visitor.caller(), at.getId(), Integer.parseInt(parts[0]), parts[1]);
    if (removed) {
      notices.info("imports.files.removed");
    }
  }

  /** Takes the files that were chosen; false when one of them wasn't taken. */
  private boolean take() throws IOException, ServletException {
    boolean all = true;
    for (Part part : request.getParts()) {
      Optional<Profile> profile =
          Stream.of(Profile.values()).filter(one -> one.name().equals(part.getName())).findFirst();
      String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
      if (profile.isPresent() && !name.isEmpty()) {
        all &= take(profile.get(), name, part);
      }
    }
    return all;
  }

  private boolean take(Profile profile, String name, Part part) throws IOException {
    if (part.getSize() > ImportDrafts.MOST_BYTES) {
      return large(name);
    }
    Optional<AddFileOutcome> outcome;
    try (InputStream content = part.getInputStream()) {
      outcome = drafts.add(visitor.caller(), at.getId(), profile, name, content);
    }
    return outcome
        .map(
            one ->
                one.<Boolean>fold(
                    taken -> said(true, "imports.files.taken", name),
                    tooLarge -> large(name),
                    already -> said(false, "imports.files.already", already.name()),
                    tooMany ->
                        said(false, "imports.files.many", name, Integer.toString(tooMany.most()))))
        .orElse(false);
  }

  private boolean large(String name) {
    return said(false, "imports.files.large", name, getMost());
  }

  private boolean said(boolean good, String key, Object... arguments) {
    if (good) {
      notices.info(key, arguments);
    } else {
      notices.warning(key, arguments);
    }
    return good;
  }

  /** How large a file may be, for the page's script. */
  public long getMostBytes() {
    return ImportDrafts.MOST_BYTES;
  }

  /** How large a file may be, in words. */
  public String getMost() {
    return sizes.text(ImportDrafts.MOST_BYTES);
  }

  /** What may be dropped, in words. */
  public String getLimits() {
    return words
        .texts()
        .text("imports.files.limits", getMost(), Integer.toString(ImportDrafts.MOST_FILES));
  }

  public ImportOptions getOptions() {
    return at.getView().options();
  }

  public List<Kind> getKinds() {
    return Stream.of(Profile.values()).map(this::kind).toList();
  }

  private Kind kind(Profile profile) {
    List<Shown> files =
        at.getView().files().stream()
            .filter(file -> file.profile() == profile)
            .map(file -> new Shown(file.place(), file.name(), sizes.text(file.size())))
            .toList();
    return new Kind(
        profile.name(), words.profile(profile), words.text("imports.files.what." + profile), files);
  }

  /**
   * A profile with its files.
   *
   * @param code as the form and the address of its template name it
   * @param what which columns its files need
   */
  public record Kind(String code, String name, String what, List<Shown> files) {
    public Kind {
      files = List.copyOf(files);
    }
  }

  /** A file that was taken. */
  public record Shown(int place, String name, String size) {}
}
