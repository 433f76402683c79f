package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.deposit.control.EntryDraftBook;
import org.guichet.deposit.entity.EntryDraft;
import org.guichet.deposit.entity.KeepEntryOutcome;
import org.guichet.deposit.entity.KeptEntry;
import org.guichet.deposit.entity.NewPassage;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;

/**
 * Keeps passages that are typed, so that whoever began one, or a colleague, goes on with it another
 * day. For those who may drop for their organisation.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class EntryDrafts {
  /** So many of an organisation: more is no work that anybody goes on with. */
  public static final int MOST = 100;

  @Inject EntryDraftBook book;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Those of the caller's organisation, touched last first. */
  public List<KeptEntry> list(Caller caller) {
    return book.list(PassageTrial.own(permissions, caller), MOST).stream()
        .map(EntryDraftBook::view)
        .toList();
  }

  /** One of them; empty when it was dropped or thrown away meanwhile. */
  public Optional<KeptEntry> find(Caller caller, UUID id) {
    return book.find(PassageTrial.own(permissions, caller), id).map(EntryDraftBook::view);
  }

  /**
   * Keeps what is typed. A draft that isn't there any more is begun anew.
   *
   * @param draft which one it goes on with; empty for a new one
   * @param version the state that was seen of it
   * @param editor name of who types, as colleagues are told
   */
  public KeepEntryOutcome keep(
      Caller caller, Optional<UUID> draft, long version, String editor, NewPassage typed) {
    OrganisationId own = PassageTrial.own(permissions, caller);
    Optional<EntryDraft> known = draft.flatMap(id -> book.lock(own, id));
    if (known.filter(one -> one.version() != version).isPresent()) {
      return new KeepEntryOutcome.Overtaken(known.get().editor(), known.get().editedAt());
    }
    if (known.isEmpty() && book.count(own) >= MOST) {
      return new KeepEntryOutcome.Full(MOST);
    }
    EntryDraft kept = known.orElseGet(() -> EntryDraft.begin(ids.get(), own));
    kept.change(EntryDraftBook.written(typed), caller.label(), editor, clock.instant());
    if (known.isEmpty()) {
      book.add(kept);
    }
    return new KeepEntryOutcome.Kept(kept.id());
  }

  /**
   * Throws one away, or forgets one that was dropped.
   *
   * @return false when it wasn't there any more
   */
  public boolean forget(Caller caller, UUID id) {
    Optional<EntryDraft> draft = book.find(PassageTrial.own(permissions, caller), id);
    draft.ifPresent(book::remove);
    return draft.isPresent();
  }
}
