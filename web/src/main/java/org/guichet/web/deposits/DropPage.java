package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.boundary.Corrections;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sizes;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/drop}: dropping files, or trying them out. */
@Named
@RequestScoped
public class DropPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject Sizes sizes;
  @Inject HttpServletRequest request;
  @Inject Corrections corrections;

  private @Nullable List<Mended> mended;

  /** The page's name; for those who may drop. */
  public String getTitle() {
    Optional<OrganisationId> own = visitor.caller().organisation();
    if (own.isEmpty()) {
      throw new RefusedException(RefusedException.Code.NOT_ALLOWED, "drop for nobody");
    }
    permissions.require(visitor.caller(), Permission.DEPOSIT_DROP, own.get());
    return texts().text("drop.title");
  }

  /** Number of a deposit as an address or a form says it; empty for anything else. */
  static Optional<Long> number(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(digits -> digits.matches("[1-9]\\d{0,17}"))
        .map(Long::valueOf);
  }

  /** Own deposits that the files may be dropped to mend; the one of the address is chosen. */
  public List<Mended> getMended() {
    if (mended == null) {
      Optional<Long> chosen = number(request.getParameter("corrects"));
      NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
      mended =
          corrections.candidates(visitor.caller(), chosen).stream()
              .map(
                  one ->
                      new Mended(
                          one.number(),
                          one.certifier().orElse(""),
                          texts()
                              .text(
                                  "drop.corrects.one",
                                  numbers.format(one.number()),
                                  one.fileName(),
                                  one.certifier().isPresent() ? 1 : 0,
                                  one.certifier().orElse(""),
                                  one.rejected()),
                          chosen.filter(number -> number == one.number()).isPresent()))
              .toList();
    }
    return mended;
  }

  /**
   * A deposit with rejected passages.
   *
   * @param certifier matricule; empty when its file didn't say one
   */
  public record Mended(long number, String certifier, String text, boolean chosen) {}

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
