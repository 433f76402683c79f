package org.guichet.system;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that don't end it one running server, the same for all; stopped after the last. */
final class OneServer implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OneServer.class);

  private record Held(RunningServer server) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
    }
  }

  /** It takes technical passwords too, so that their pages can be seen. */
  private static RunningServer withPasswords() {
    RunningServer server =
        RunningServer.prepared("shared").with(Map.of("GUICHET_SFTP_PASSWORDS", "true"));
    server.start();
    return server;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(RunningServer.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Held.class, type -> new Held(withPasswords()), Held.class)
        .server();
  }
}
