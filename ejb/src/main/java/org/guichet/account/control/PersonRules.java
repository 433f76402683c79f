package org.guichet.account.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.flux.register.NameFolding;

/** What a person's data must look like, and the login that is made of them. */
public final class PersonRules {
  private static final int NAME_AT_MOST = 100;
  private static final int LOGIN_PART_AT_MOST = 50;
  private static final int EMAIL_AT_MOST = 254;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} .'’\\-]+");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
  private static final Pattern NOT_IN_LOGINS = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> LANGUAGES = Set.of("fr", "en");

  private PersonRules() {}

  /** The mistakes of {@code person}, in the order of its fields. */
  public static List<AccountMistake> mistakes(NewPerson person) {
    List<AccountMistake> mistakes = new ArrayList<>(mistakes(person.name()));
    if (!isEmail(person.email())) {
      mistakes.add(AccountMistake.of("email", Code.EMAIL_MALFORMED));
    }
    mistakes.addAll(mistakes(person.language()));
    return mistakes;
  }

  public static List<AccountMistake> mistakes(PersonName name) {
    List<AccountMistake> mistakes = new ArrayList<>();
    check("givenName", name.given(), mistakes);
    check("familyName", name.family(), mistakes);
    return mistakes;
  }

  private static void check(String field, String name, List<AccountMistake> mistakes) {
    if (name.isBlank()) {
      mistakes.add(AccountMistake.of(field, Code.NAME_BLANK));
    } else if (name.length() > NAME_AT_MOST) {
      mistakes.add(AccountMistake.of(field, Code.NAME_TOO_LONG, Integer.toString(NAME_AT_MOST)));
    } else if (!NAME.matcher(name).matches()) {
      mistakes.add(AccountMistake.of(field, Code.NAME_ODD));
    }
  }

  public static List<AccountMistake> mistakes(Locale language) {
    return LANGUAGES.contains(language.toLanguageTag())
        ? List.of()
        : List.of(AccountMistake.of("language", Code.LANGUAGE_UNKNOWN, language.toLanguageTag()));
  }

  /** An address that mail can be sent to; what would need quoting isn't taken. */
  public static boolean isEmail(String typed) {
    String text = typed.strip();
    return text.length() <= EMAIL_AT_MOST
        && EMAIL.matcher(text).matches()
        && !text.startsWith(".")
        && !text.contains("..")
        && !text.contains(".@");
  }

  /** The name as it is searched and ordered: family name first. */
  public static String folded(PersonName name) {
    return words(name.family()) + " " + words(name.given());
  }

  /** How somebody's search is compared with {@link #folded}. */
  public static String words(String text) {
    String words = NameFolding.words(text);
    return words == null ? "" : words;
  }

  /** {@code prenom.nom} in letters that every keyboard has: {@code lea.martin-dupont}. */
  public static String login(PersonName name) {
    return part(name.given()) + "." + part(name.family());
  }

  private static String part(String name) {
    String plain = NOT_IN_LOGINS.matcher(words(name).toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = plain.replaceAll("^-+|-+$", "");
    String part = trimmed.isEmpty() ? "x" : trimmed;
    return part.length() > LOGIN_PART_AT_MOST ? part.substring(0, LOGIN_PART_AT_MOST) : part;
  }

  /** {@code base}, or with the first number from 2 that makes it one that isn't {@code taken}. */
  public static String free(String base, List<String> taken) {
    Set<String> all = new TreeSet<>(taken);
    String login = base;
    for (int n = 2; all.contains(login); n++) {
      login = base + n;
    }
    return login;
  }
}
