package org.guichet.receipt.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.receipt.entity.OutboxEntry;

/**
 * The receipts that lie ready for an organisation, as its SFTP clients see them. An entry is there
 * whole or not at all.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Outbox {
  /** Matricules of the partners whose drops left receipts here, in order. */
  public List<String> folders(Caller caller) {
    throw new UnsupportedOperationException("being written");
  }

  /** What lies in a folder and isn't acknowledged, by name; "" is the own drops' folder. */
  public List<OutboxEntry> list(Caller caller, String folder) {
    throw new UnsupportedOperationException("being written");
  }

  public Optional<OutboxEntry> find(Caller caller, String folder, String name) {
    throw new UnsupportedOperationException("being written");
  }

  /** The bytes of an entry of the caller's organisation. */
  public SeekableByteChannel open(Caller caller, UUID entry) throws IOException {
    throw new UnsupportedOperationException("being written");
  }

  /** The client deleted it: it has it. It leaves the outbox and stays everywhere else. */
  public void acknowledge(Caller caller, UUID entry) {
    throw new UnsupportedOperationException("being written");
  }
}
