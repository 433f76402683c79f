package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.platform.entity.Caller;

/**
 * Where files are while they come, for every door. A file leaves it as a deposit when its client
 * said that it is complete under a name that counts; else it waits, resumable, for a day.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Spool {
  /**
   * Whether a complete file of this name is a drop: it ends in {@code .xml} (any case) and starts
   * neither with a dot nor a tilde. Others wait for a rename.
   */
  public static boolean counts(String name) {
    throw new UnsupportedOperationException("being written");
  }

  /** Starts a file; an earlier part of the same name is thrown away. */
  public Incoming begin(Caller caller, DepositKind kind, String name) throws IOException {
    throw new UnsupportedOperationException("being written");
  }

  /** Goes on with a part that waits under this name; empty when there is none. */
  public Optional<Incoming> resume(Caller caller, DepositKind kind, String name)
      throws IOException {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * The client said CLOSE. Under a name that counts the file is a deposit, durable with its row
   * when this returns; under another it waits, and the outcome is empty. Harmless when repeated.
   */
  public Optional<IntakeOutcome> close(Caller caller, Incoming file) throws IOException {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * The session ended with the file open: it waits as an incomplete upload, and its owner is told.
   */
  public void cutShort(Caller caller, Incoming file) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Gives a waiting part another name; under a name that counts it becomes a deposit, as with
   * {@link #close}.
   *
   * @throws org.guichet.platform.entity.RefusedException when no part of that name waits
   */
  public Optional<IntakeOutcome> rename(Caller caller, DepositKind kind, String from, String to)
      throws IOException {
    throw new UnsupportedOperationException("being written");
  }

  /** Throws a waiting part away; false when there was none. */
  public boolean discard(Caller caller, DepositKind kind, String name) {
    throw new UnsupportedOperationException("being written");
  }

  /** The caller's organisation's parts, by name. */
  public List<PartialFile> parts(Caller caller, DepositKind kind) {
    throw new UnsupportedOperationException("being written");
  }
}
