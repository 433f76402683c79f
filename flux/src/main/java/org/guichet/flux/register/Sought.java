package org.guichet.flux.register;

import org.guichet.flux.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Whom a register is asked for: the four compulsory criteria, and the day where the file says it.
 * Names are folded by {@link NameFolding#key}.
 *
 * @param lastName at birth; never empty
 * @param firstName never empty
 * @param sex {@code M} or {@code F}
 * @param birthMonth null when the file doesn't say
 * @param birthDay null when the file doesn't say
 */
public record Sought(
    String lastName,
    String firstName,
    String sex,
    int birthYear,
    @Nullable Integer birthMonth,
    @Nullable Integer birthDay) {

  /** Null when a compulsory criterion is missing, which others complain about. */
  static @Nullable Sought of(Holder holder) {
    String last = holder.lastName();
    String first = holder.firstName();
    String sex = holder.sex();
    Integer year = holder.birthYear();
    if (last == null || first == null || sex == null || year == null) {
      return null;
    }
    String lastKey = NameFolding.key(last);
    String firstKey = NameFolding.key(first);
    return lastKey.isEmpty() || firstKey.isEmpty()
        ? null
        : new Sought(lastKey, firstKey, sex, year, holder.birthMonth(), holder.birthDay());
  }
}
