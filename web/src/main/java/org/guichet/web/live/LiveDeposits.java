package org.guichet.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Optional;
import org.guichet.deposit.boundary.DepositNews;

/** Tells an open page that its deposits have changed: {@code /portal/live}. */
@ServerEndpoint(value = "/portal/live", configurator = LiveHandshake.class)
public class LiveDeposits extends LiveLine {
  @Inject DepositNews news;

  @Override
  Optional<Watching> watch(LiveListener who, Session session, Runnable moved) {
    return news.watch(who.caller(), who.organisation(), moved)
        .map(watch -> new Watching(watch::allowed, watch::close));
  }
}
