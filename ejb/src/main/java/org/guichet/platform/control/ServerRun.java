package org.guichet.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.platform.entity.Settings;

/**
 * This run of this server. What earlier runs of the same node were doing isn't being done any more,
 * however they ended; what other nodes do, they do.
 */
@ApplicationScoped
public class ServerRun {
  private String node = "";
  private String name = "";

  /** For the container's proxies. */
  protected ServerRun() {}

  @Inject
  ServerRun(Settings settings, Supplier<UUID> ids) {
    this(settings.node(), ids.get());
  }

  public ServerRun(String node, UUID run) {
    this.node = node;
    this.name = node + "/" + run;
  }

  /** The server's name among those that share a database. */
  public String node() {
    return node;
  }

  /** Node and run. */
  public String name() {
    return name;
  }

  /**
   * Whether this names an earlier run of the same node.
   *
   * @param holder a name of a run, perhaps with more behind it
   */
  public boolean earlier(String holder) {
    return holder.startsWith(node + "/") && !(holder + "/").startsWith(name + "/");
  }
}
