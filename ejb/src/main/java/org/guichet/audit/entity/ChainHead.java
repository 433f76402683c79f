package org.guichet.audit.entity;

import org.guichet.platform.entity.Sha256;

/**
 * The last sealed entry. Kept elsewhere, it proves later that nothing before it was changed.
 *
 * @param position from 1; 0 when nothing is sealed yet
 */
public record ChainHead(long position, Sha256 hash) {
  /** Before the first entry. */
  public static final ChainHead START = new ChainHead(0, new Sha256("0".repeat(64)));
}
