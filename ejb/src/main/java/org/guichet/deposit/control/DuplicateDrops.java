package org.guichet.deposit.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.DuplicateDrop;

/** Drops of bytes that stand already. */
public interface DuplicateDrops {
  void add(DuplicateDrop duplicate);

  Optional<DuplicateDrop> find(UUID id);

  /** As it is now; nobody else changes it until this transaction ends. */
  Optional<DuplicateDrop> lock(UUID id);

  /** Those that can be answered now: not yet at all, or their first deposit has its verdict. */
  List<UUID> answerable();
}
