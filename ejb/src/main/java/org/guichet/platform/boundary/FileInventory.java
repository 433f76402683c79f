package org.guichet.platform.boundary;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.guichet.platform.entity.KeptFile;
import org.guichet.platform.entity.Sha256;

/**
 * What the file store holds, for whoever compares it with the rows. Told in shares, each the files
 * whose digest begins with the same byte, so that memory doesn't grow with the store.
 */
public interface FileInventory {
  /** How many shares there are; they are numbered from 0. */
  int SHARES = 256;

  /** The files of a share, in no order. */
  List<KeptFile> share(int share) throws IOException;

  /** Reads a file through and tells the digest of what it holds now. */
  Sha256 read(Sha256 name) throws IOException;

  /**
   * Moves a file that nobody points to out of the store, into the quarantine, unless somebody
   * brought its bytes once more since then. Nothing is ever erased here.
   *
   * @return whether it lies in the quarantine now
   */
  boolean setAside(Sha256 digest, Instant unlessCameSince) throws IOException;

  /** Moves a file of the incoming folder into the quarantine. */
  void setAside(Path incoming) throws IOException;
}
