package org.guichet.organisation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.platform.entity.Caller;

/**
 * By what clients know this server's SFTP door, so that people can compare. Public by nature: the
 * door shows it to everybody who connects, and whoever asks may know.
 */
@ApplicationScoped
public class DoorKeys {
  private volatile Supplier<List<PublicKey>> shown = List::of;

  /**
   * The door is open, and shows these keys.
   *
   * @param keys asked each time, since they may be changed while it is open
   */
  public void open(Caller door, Supplier<List<PublicKey>> keys) {
    if (door.actor() instanceof Caller.Actor.Internal) {
      shown = keys;
    }
  }

  /** The keys in use, the preferred one first; none while the door is shut. */
  public List<PublicKey> list(Caller caller) {
    return shown.get();
  }
}
