package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.roster.control.keeping.ImportFolder;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.RosterCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files of people that came whole by a door without pages. Those that an organisation brings
 * within a quarter of an hour are one import. Bytes are moved here, outside of any transaction;
 * {@link ImportJoining} keeps the rows.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportDrop {
  private static final Logger log = LoggerFactory.getLogger(ImportDrop.class);
  private static final Caller DESK = Caller.system("imports");
  private static final int TRIES = 5;

  @Inject ImportJoining joining;
  @Inject ImportReporting reporting;
  @Inject ImportFolder folder;

  /**
   * Takes a file: durable with its row when this returns. Harmless when repeated.
   *
   * @param bytes of the file, on the disk of the folder of data; they are moved
   * @return the import that it belongs to
   */
  public UUID take(Caller caller, PeopleFile file, Path bytes) throws IOException {
    Path there = bytes;
    for (int tries = 1; ; tries++) {
      Optional<UUID> owner = collecting(caller, file, tries);
      if (owner.isEmpty()) {
        continue;
      }
      there = folder.adopt(owner.get(), file.id(), there);
      if (joined(caller, owner.get(), file, there, bytes)) {
        return owner.get();
      }
      // Its time was over, or somebody took it over: the next one gets the file.
      if (tries == TRIES) {
        throw new IOException("No import takes the file");
      }
    }
  }

  /** Where that fails, the bytes go back to where they came from: their sender goes on there. */
  private boolean joined(Caller caller, UUID owner, PeopleFile file, Path there, Path bytes)
      throws IOException {
    try {
      return joining.join(caller, owner, file);
    } catch (RuntimeException e) {
      if (!joining.isTaken(DESK, file.id())) {
        Files.move(there, bytes, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /** Empty when somebody else begins one at the same time: there is one to be found then. */
  private Optional<UUID> collecting(Caller caller, PeopleFile file, int tries) {
    try {
      return Optional.of(joining.collecting(caller, file.organisation()));
    } catch (EJBException | PersistenceException e) {
      if (tries == TRIES) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The import that a file belongs to, if it was taken. */
  public Optional<UUID> importOf(Caller caller, UUID file) {
    return joining.importOf(caller, file);
  }

  /** Whether a file belongs to an import, of whomever. */
  public boolean isTaken(Caller caller, UUID file) {
    return joining.isTaken(caller, file);
  }

  /** Has those planned whose time to join files is over; one that fails keeps no other waiting. */
  public void completeOver(Caller caller) {
    for (UUID id : joining.over(caller)) {
      try {
        joining.complete(caller, id);
      } catch (RuntimeException e) {
        log.error("IMP-903 import not completed, it is tried again id={}", id, e);
      }
    }
  }

  /** Tells that a file isn't taken; nothing of it is kept. */
  public void refuse(Caller caller, PeopleFile file, RosterCode why) throws IOException {
    reporting.refused(caller, file, why);
  }
}
