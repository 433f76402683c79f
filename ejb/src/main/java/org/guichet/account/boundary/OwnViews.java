package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.SavedViewShelf;
import org.guichet.account.entity.SavedView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;

/** Ways to look at tables, kept by each person for themselves. */
@Stateless
@PermitAll // rights: the own account only
public class OwnViews {
  /** More than these of one table, nobody finds again. */
  public static final int MOST = 20;

  @Inject Permissions permissions;
  @Inject SavedViewShelf shelf;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** What came of keeping a view. */
  public enum Kept {
    /** There under its name. */
    NEW,
    /** Its name stood for another look before. */
    REPLACED,
    /** It has no name, or a name or look that is too long. */
    WRONG_NAME,
    /** There are {@value OwnViews#MOST} already. */
    TOO_MANY
  }

  /** The caller's own views of a table, by name. */
  public List<SavedView.Look> list(Caller caller, String page) {
    AccountId own = permissions.requirePerson(caller);
    return shelf.of(own, page).stream().map(SavedView::look).toList();
  }

  /**
   * Keeps a look under a name; an own one of that name becomes this.
   *
   * @param page which table
   * @param query what follows the page's address
   */
  public Kept keep(Caller caller, String page, String name, String query) {
    AccountId own = permissions.requirePerson(caller);
    String called = name.strip();
    if (called.isEmpty()
        || called.length() > SavedView.LONGEST_NAME
        || query.length() > SavedView.LONGEST_QUERY) {
      return Kept.WRONG_NAME;
    }
    List<SavedView> all = shelf.of(own, page);
    Optional<SavedView> same =
        all.stream().filter(view -> view.look().name().equals(called)).findFirst();
    if (same.isPresent()) {
      same.get().becomes(query);
      return Kept.REPLACED;
    }
    if (all.size() >= MOST) {
      return Kept.TOO_MANY;
    }
    shelf.add(SavedView.keep(ids.get(), own, page, called, query, clock.instant()));
    return Kept.NEW;
  }

  /**
   * Forgets one of the caller's own.
   *
   * @return false when there is none
   */
  public boolean forget(Caller caller, UUID id) {
    AccountId own = permissions.requirePerson(caller);
    Optional<SavedView> view = shelf.find(own, id);
    view.ifPresent(shelf::remove);
    return view.isPresent();
  }
}
