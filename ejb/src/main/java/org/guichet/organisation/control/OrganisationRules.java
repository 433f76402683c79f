package org.guichet.organisation.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.NewMailRecipient;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.NewPassword;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Network;

/** What a handed-in organisation or key must look like, whatever else is there. */
public final class OrganisationRules {
  private static final int NAME_AT_MOST = 255;
  private static final int KEY_NAME_AT_MOST = 100;
  private static final int SOURCES_AT_MOST = 40;
  private static final int EMAIL_AT_MOST = 254;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
  private static final Pattern CONTRACT = Pattern.compile("\\S(.{0,18}\\S)?");
  private static final Set<String> LANGUAGES = Set.of("fr", "en");

  private OrganisationRules() {}

  /** The mistakes of {@code data}, in the order of its fields. */
  public static List<Mistake> mistakes(NewOrganisation data) {
    List<Mistake> mistakes = new ArrayList<>();
    if (Matricule.parse(data.matricule()).isEmpty()) {
      mistakes.add(Mistake.of("matricule", Mistake.Code.MATRICULE_MALFORMED, data.matricule()));
    }
    mistakes.addAll(nameMistakes(data.name()));
    if (!isEmail(data.email().strip())) {
      mistakes.add(Mistake.of("email", Mistake.Code.EMAIL_MALFORMED));
    }
    if (!LANGUAGES.contains(data.language().toLanguageTag())) {
      mistakes.add(
          Mistake.of("language", Mistake.Code.LANGUAGE_UNKNOWN, data.language().toLanguageTag()));
    }
    data.contract()
        .filter(number -> !CONTRACT.matcher(number).matches())
        .ifPresent(
            number ->
                mistakes.add(Mistake.of("contract", Mistake.Code.CONTRACT_MALFORMED, number)));
    mistakes.addAll(IdentityRules.mistakes(data.identity()));
    return mistakes;
  }

  /** What is wrong with a désignation, if anything is. */
  public static List<Mistake> nameMistakes(String name) {
    if (name.isBlank()) {
      return List.of(Mistake.of("name", Mistake.Code.NAME_BLANK));
    }
    return name.strip().length() > NAME_AT_MOST
        ? List.of(Mistake.of("name", Mistake.Code.NAME_TOO_LONG, Integer.toString(NAME_AT_MOST)))
        : List.of();
  }

  /** The mistakes of {@code data}, in the order of its fields. */
  public static List<Mistake> mistakes(NewMailRecipient data) {
    List<Mistake> mistakes = new ArrayList<>();
    if (!isEmail(data.address().strip())) {
      mistakes.add(Mistake.of("address", Mistake.Code.EMAIL_MALFORMED));
    }
    if (!LANGUAGES.contains(data.language().toLanguageTag())) {
      mistakes.add(
          Mistake.of("language", Mistake.Code.LANGUAGE_UNKNOWN, data.language().toLanguageTag()));
    }
    if (data.receipts().isEmpty()) {
      mistakes.add(Mistake.of("receipts", Mistake.Code.RECIPIENT_WITHOUT_RECEIPT));
    }
    return mistakes;
  }

  /** The mistakes of all that {@code data} says besides the key itself, in the order of fields. */
  public static List<Mistake> mistakes(NewKey data, Instant now) {
    return mistakes(
        new NewPassword(data.name(), data.scopes(), data.expires(), data.sources()), now);
  }

  /** The mistakes of {@code data}, in the order of its fields. */
  public static List<Mistake> mistakes(NewPassword data, Instant now) {
    List<Mistake> mistakes = new ArrayList<>();
    if (data.name().isBlank()) {
      mistakes.add(Mistake.of("name", Mistake.Code.KEY_NAME_BLANK));
    } else if (data.name().strip().length() > KEY_NAME_AT_MOST) {
      mistakes.add(
          Mistake.of("name", Mistake.Code.KEY_NAME_TOO_LONG, Integer.toString(KEY_NAME_AT_MOST)));
    }
    if (data.scopes().isEmpty()) {
      mistakes.add(Mistake.of("scopes", Mistake.Code.KEY_WITHOUT_SCOPE));
    }
    if (data.expires().filter(end -> !now.isBefore(end)).isPresent()) {
      mistakes.add(Mistake.of("expires", Mistake.Code.KEY_EXPIRED_ALREADY));
    }
    if (data.sources().size() > SOURCES_AT_MOST) {
      mistakes.add(
          Mistake.of(
              "sources", Mistake.Code.KEY_SOURCES_TOO_MANY, Integer.toString(SOURCES_AT_MOST)));
    }
    data.sources().stream()
        .filter(source -> Network.parse(source).isEmpty())
        .map(source -> Mistake.of("sources", Mistake.Code.KEY_SOURCE_MALFORMED, source))
        .forEach(mistakes::add);
    return mistakes;
  }

  /** An address that mail can be sent to; what would need quoting isn't taken. */
  private static boolean isEmail(String text) {
    return text.length() <= EMAIL_AT_MOST
        && EMAIL.matcher(text).matches()
        && !text.startsWith(".")
        && !text.contains("..")
        && !text.contains(".@");
  }
}
