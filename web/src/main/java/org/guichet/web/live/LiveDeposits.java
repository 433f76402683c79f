package org.guichet.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guichet.deposit.boundary.DepositNews;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an open page that its deposits have changed, so that it fetches what it shows anew: {@code
 * /portal/live}. Says only that, and at most twice a second; hears nothing.
 */
@ServerEndpoint(value = "/portal/live", configurator = LiveHandshake.class)
public class LiveDeposits {
  private static final Logger log = LoggerFactory.getLogger(LiveDeposits.class);
  private static final String MOVED = "moved";
  private static final int PAUSE_MILLIS = 500;

  @Inject DepositNews news;
  @Resource ManagedScheduledExecutorService scheduler;

  private final AtomicBoolean due = new AtomicBoolean();
  private volatile DepositNews.@Nullable Watch watch;

  /** Begins to tell, if somebody is there who may see. */
  @OnOpen
  public void open(Session session, EndpointConfig config) {
    // Whatever is said to us is nothing that we wait for.
    session.setMaxTextMessageBufferSize(1);
    session.setMaxBinaryMessageBufferSize(1);
    Optional<DepositNews.Watch> begun =
        config.getUserProperties().get(LiveListener.class.getName()) instanceof LiveListener who
            ? news.watch(who.caller(), who.organisation(), () -> soon(session))
            : Optional.empty();
    watch = begun.orElse(null);
    if (begun.isEmpty()) {
      end(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    }
  }

  /** The page is gone. */
  @OnClose
  public void close() {
    DepositNews.Watch ending = watch;
    if (ending != null) {
      ending.close();
    }
  }

  /** A line that broke; it is closed next. */
  @OnError
  public void broken(Throwable problem) {
    sayBroken(problem);
  }

  private static void sayBroken(@Nullable Throwable problem) {
    if (problem != null) {
      log.debug("WEB-222 live page broke off", problem);
    }
  }

  /** What comes within the pause is told together. */
  private void soon(Session session) {
    if (!due.compareAndSet(false, true)) {
      return;
    }
    try {
      Future<?> unused =
          scheduler.schedule(() -> tell(session), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("WEB-223 live page not told, the server stops", e);
    }
  }

  private void tell(Session session) {
    due.set(false);
    DepositNews.Watch current = watch;
    if (current == null || !session.isOpen()) {
      return;
    }
    if (current.allowed()) {
      session.getAsyncRemote().sendText(MOVED, sent -> sayBroken(sent.getException()));
    } else {
      current.close();
      end(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    }
  }

  private static void end(Session session, CloseReason.CloseCode code) {
    try {
      session.close(new CloseReason(code, ""));
    } catch (IOException e) {
      sayBroken(e);
    }
  }
}
