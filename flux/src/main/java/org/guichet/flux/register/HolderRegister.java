package org.guichet.flux.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The people a certifier knows: pupils and learners that it registered itself. Asked for many at
 * once, since it may be a database.
 */
public interface HolderRegister {
  /** At most so many people are near one who is sought. */
  int MOST_NEAR = 10;

  /**
   * Who agrees in the four compulsory criteria: birth name and first name after folding, sex, year.
   * A sex or a year that the register lacks agrees with any.
   *
   * @return by who was sought; nothing, or an empty list, for those whom nobody matches
   */
  Map<Sought, List<RegisteredHolder>> matching(Collection<Sought> sought);

  /**
   * Who doesn't match and comes near, for the hint on what may be wrong: the same two names; the
   * two names exchanged; the birth name sought as usage name, with the first name; the same birth
   * name, sex and year; or the same first name, sex and day, month and year of birth.
   *
   * @return by who was sought, at most {@link #MOST_NEAR} each
   */
  Map<Sought, List<RegisteredHolder>> near(Collection<Sought> sought);
}
