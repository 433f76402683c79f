package org.guichet.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.entity.AddKeyOutcome;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewKey;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/key-new}: takes a public key in, pasted or as a file; with {@code replaces}
 * instead of another one, which then ends. What was pasted is given back only when it isn't the
 * private half.
 */
@Named
@RequestScoped
public class KeyAddPage {
  private static final String BACK = "/portal/keys";
  private static final int FILE_AT_MOST = 64 << 10;
  private static final int OVERLAP_DAYS = 14;

  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject KeyRing ring;
  @Inject Settings settings;
  @Inject Clock clock;

  private KeyTermsForm terms;
  private String publicKey = "";
  private @Nullable Part file;
  private @Nullable String overlap;
  private Optional<KeyView> before = Optional.empty();

  /** For the container, which brings the rest. */
  @SuppressWarnings("NullAway.Init")
  public KeyAddPage() {}

  @PostConstruct
  void begin() {
    worked.require(Permission.KEY_MANAGE);
    terms = new KeyTermsForm(notices);
    String asked = notices.request().getParameter("replaces");
    if (asked != null) {
      before =
          ring.list(worked.caller(), worked.matricule()).stream()
              .filter(key -> key.status() == KeyStatus.GOOD && key.name().equals(asked))
              .findFirst();
      before.ifPresent(terms::follow);
    }
  }

  /** The name of the key that is to be replaced; empty for none. */
  public String getReplaced() {
    return before.map(KeyView::name).orElse("");
  }

  public @Nullable String add() {
    String text = text();
    boolean readable = terms.readable();
    Optional<LocalDate> end = Days.read(getOverlap());
    if (before.isPresent() && end.isEmpty()) {
      notices.errorAt("overlap", "form.day.WRONG");
      readable = false;
    }
    if (text.length() > FILE_AT_MOST) {
      notices.errorAt("publicKey", "keys.new.TOO_LARGE");
      readable = false;
    }
    if (!readable) {
      return notices.stay();
    }
    NewKey data =
        new NewKey(
            terms.getName(), text, terms.chosen(), terms.expires(settings.zone()), terms.ranges());
    AddKeyOutcome outcome =
        before.isPresent()
            ? ring.replace(
                worked.caller(),
                worked.matricule(),
                getReplaced(),
                Days.endOf(end.orElseThrow(), settings.zone()),
                data)
            : ring.add(worked.caller(), worked.matricule(), data);
    return outcome.<@Nullable String>fold(
        added ->
            notices.info(done(), added.key().name(), getReplaced()).to(BACK + worked.getQuery()),
        known ->
            notices.info("keys.ALREADY_THERE", known.key().name()).to(BACK + worked.getQuery()),
        refused -> refuse(refused.mistakes(), text));
  }

  private String done() {
    return before.isPresent() ? "keys.REPLACED" : "keys.ADDED";
  }

  private @Nullable String refuse(List<Mistake> mistakes, String text) {
    boolean secret = mistakes.stream().anyMatch(m -> m.code() == Mistake.Code.KEY_IS_PRIVATE);
    publicKey = secret ? "" : text;
    return notices.organisationMistakes(mistakes).stay();
  }

  /** What was pasted; without that, what is in the file. */
  private String text() {
    if (!publicKey.isBlank() || file == null) {
      return publicKey;
    }
    try (InputStream in = file.getInputStream()) {
      return new String(in.readNBytes(FILE_AT_MOST + 1), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public KeyTermsForm getTerms() {
    return terms;
  }

  public String getPublicKey() {
    return publicKey;
  }

  public void setPublicKey(@Nullable String publicKey) {
    this.publicKey = publicKey == null ? "" : publicKey;
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  /** The last day of the key that is replaced. */
  public String getOverlap() {
    return overlap == null
        ? LocalDate.ofInstant(clock.instant(), settings.zone()).plusDays(OVERLAP_DAYS).toString()
        : overlap;
  }

  public void setOverlap(@Nullable String overlap) {
    this.overlap = overlap == null ? "" : overlap;
  }
}
