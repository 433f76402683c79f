package org.guichet.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.boundary.ImportNews;

/** Tells the open page of an import how its work goes: {@code /portal/live/import/ID}. */
@ServerEndpoint(value = "/portal/live/import/{id}", configurator = LiveHandshake.class)
public class LiveImport extends LiveLine {
  @Inject ImportNews news;

  @Override
  Optional<Watching> watch(LiveListener who, Session session, Runnable moved) {
    try {
      UUID id = UUID.fromString(session.getPathParameters().get("id"));
      ImportNews.Watch watch = news.watch(who.caller(), id, moved);
      return Optional.of(new Watching(watch::allowed, watch::close));
    } catch (IllegalArgumentException | RefusedException e) {
      return Optional.empty(); // nonsense, or somebody else's: no difference is shown
    }
  }
}
