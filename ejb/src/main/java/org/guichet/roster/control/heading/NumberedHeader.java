package org.guichet.roster.control.heading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.jspecify.annotations.Nullable;

/**
 * A header that the dictionary knows, with the number that people put to what comes several times:
 * {@code Nom enfant 2}, {@code Classe n° 2}, {@code Enfant 1 - Prénom}.
 *
 * @param normal in the form in which it is compared, without the number
 * @param field null when it isn't known
 * @param number 0 for none
 */
record NumberedHeader(String normal, @Nullable RosterField field, int number) {
  private static final Pattern BEHIND = Pattern.compile("(.*\\D)??(?:n|no)?(\\d{1,2})");
  private static final Pattern BEFORE = Pattern.compile("(enfant|eleve|child)n?o?(\\d{1,2})(\\D+)");

  static NumberedHeader of(String header, HeaderDictionary dictionary, Profile profile) {
    String normal = HeaderWord.normal(header);
    Optional<RosterField> whole = dictionary.meaning(profile, normal);
    if (whole.isPresent() || normal.isEmpty()) {
      return new NumberedHeader(normal, whole.orElse(null), 0);
    }
    Matcher behind = BEHIND.matcher(normal);
    if (behind.matches() && behind.group(1) != null) {
      Optional<RosterField> field = repeatable(dictionary, profile, behind.group(1));
      if (field.isPresent()) {
        int number = Integer.parseInt(behind.group(2));
        return new NumberedHeader(behind.group(1), field.get(), number);
      }
    }
    Matcher before = BEFORE.matcher(normal);
    if (before.matches()) {
      String turned = before.group(3) + before.group(1);
      Optional<RosterField> field = repeatable(dictionary, profile, turned);
      if (field.isPresent()) {
        return new NumberedHeader(turned, field.get(), Integer.parseInt(before.group(2)));
      }
    }
    return new NumberedHeader(normal, null, 0);
  }

  private static Optional<RosterField> repeatable(
      HeaderDictionary dictionary, Profile profile, String normal) {
    return dictionary.meaning(profile, normal).filter(RosterField::isRepeatable);
  }
}
