package org.guichet.web.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.net.URISyntaxException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CrossSiteGate;
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
    if (origin == null) {
      return false;
    }
    URI publicUrl = CDI.current().select(Settings.class).get().publicUrl();
    try {
      return origin.equalsIgnoreCase(CrossSiteGate.originOf(publicUrl)) // behind a proxy
          || (host != null && host.equalsIgnoreCase(new URI(origin).getRawAuthority()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
