package org.guichet.roster.control.planning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Profile;

/**
 * The people whom the organisation of an import knows, those who are pre-deleted among them. Asked
 * for many at once, since it may be a database.
 */
public interface KnownPeople {
  /**
   * Who is found under keys of {@link PersonKeys#of}.
   *
   * @return by key; nothing, or an empty list, for keys that nobody has
   */
  Map<String, List<KnownPerson>> having(Collection<String> keys);

  /** Tells everybody of a profile, one by one, in any order. */
  void each(Profile profile, Consumer<KnownPerson> person);
}
