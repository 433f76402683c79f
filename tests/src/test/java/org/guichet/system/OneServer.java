package org.guichet.system;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that don't end it one running server, the same for all; stopped after the last. */
final class OneServer implements ParameterResolver {
  private static final Set<Class<?>> TYPES = Set.of(RunningServer.class, Postbox.class);
  private static final Namespace NAMESPACE = Namespace.create(OneServer.class);

  private record Held(RunningServer server, Postbox postbox) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      postbox.close();
    }
  }

  /**
   * It takes technical passwords too, and knows a provider to sign in with that never answers, so
   * that their pages can be seen; has an inbox and a catalogue of its own; and gives up early on a
   * file that it can't check.
   */
  private static Held held() {
    Postbox postbox = Postbox.open();
    RunningServer server = RunningServer.prepared("shared");
    server.writeCatalogue(RunningServer.shippedCatalogue());
    server
        .with(postbox.settings())
        .with(
            Map.of(
                "GUICHET_SFTP_PASSWORDS", "true",
                "GUICHET_DEPOSIT_RETRY_DELAYS", "PT1S",
                "GUICHET_IMPORT_TOGETHER", "PT5S",
                "GUICHET_CATALOGUE", server.catalogue().toString(),
                "GUICHET_OIDC_ISSUER", "http://127.0.0.1:1",
                "GUICHET_OIDC_CLIENT_ID", "guichet",
                "GUICHET_OIDC_CLIENT_SECRET", "personne ne le demande",
                "GUICHET_OIDC_NAME", "Vauclair"))
        .start();
    return new Held(server, postbox);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Held held =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Held.class, type -> held(), Held.class);
    return parameter.getParameter().getType() == Postbox.class ? held.postbox() : held.server();
  }
}
