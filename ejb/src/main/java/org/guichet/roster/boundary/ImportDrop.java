package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.roster.control.keeping.ImportFolder;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.RosterCode;

/**
 * Takes files of people that came whole by a door without pages. Those that an organisation brings
 * within a quarter of an hour are one import. Bytes are moved here, outside of any transaction;
 * {@link ImportJoining} keeps the rows.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportDrop {
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
      if (joining.join(caller, owner.get(), file)) {
        return owner.get();
      }
      // Its time was over, or somebody took it over: the next one gets the file.
      if (tries == TRIES) {
        throw new IOException("No import takes the file");
      }
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

  /** Tells that a file isn't taken; nothing of it is kept. */
  public void refuse(Caller caller, PeopleFile file, RosterCode why) throws IOException {
    reporting.refused(caller, file, why);
  }
}
