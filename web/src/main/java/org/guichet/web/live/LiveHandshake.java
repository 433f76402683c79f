package org.guichet.web.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.net.URISyntaxException;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Notes for a connection who asks for it, while the request that opens it is still there. Pages of
 * others get nobody: browsers let any page open connections to anywhere.
 */
public class LiveHandshake extends ServerEndpointConfig.Configurator {
  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    HttpServletRequest asked = CDI.current().select(HttpServletRequest.class).get();
    CurrentVisitor visitor = CDI.current().select(CurrentVisitor.class).get();
    if (visitor.isSignedIn() && ours(asked.getHeader("Origin"), asked.getHeader("Host"))) {
      config
          .getUserProperties()
          .put(
              LiveListener.class.getName(),
              new LiveListener(visitor.caller(), visitor.caller().organisation()));
    }
  }

  private static boolean ours(@Nullable String origin, @Nullable String host) {
    try {
      return origin != null
          && host != null
          && host.equalsIgnoreCase(new URI(origin).getRawAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
