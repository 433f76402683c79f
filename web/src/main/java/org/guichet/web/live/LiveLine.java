package org.guichet.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an open page that what it shows has changed, so that it is fetched anew. Says only that,
 * and at most twice a second; hears nothing.
 */
public abstract class LiveLine {
  private static final Logger log = LoggerFactory.getLogger(LiveLine.class);
  private static final String MOVED = "moved";
  private static final int PAUSE_MILLIS = 500;

  @Resource ManagedScheduledExecutorService scheduler;

  private final AtomicBoolean due = new AtomicBoolean();
  private volatile @Nullable Watching watching;

  /**
   * Begins to watch.
   *
   * @param moved to be called after each change; it returns at once
   * @return empty for those who may not see what it is about
   */
  abstract Optional<Watching> watch(LiveListener who, Session session, Runnable moved);

  /** Begins to tell, if somebody is there who may see. */
  @OnOpen
  public void open(Session session, EndpointConfig config) {
    // Whatever is said to us is nothing that we wait for.
    session.setMaxTextMessageBufferSize(1);
    session.setMaxBinaryMessageBufferSize(1);
    Optional<Watching> begun =
        config.getUserProperties().get(LiveListener.class.getName()) instanceof LiveListener who
            ? watch(who, session, () -> soon(session))
            : Optional.empty();
    watching = begun.orElse(null);
    if (begun.isEmpty()) {
      end(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    }
  }

  /** The page is gone. */
  @OnClose
  public void close() {
    Watching ending = watching;
    if (ending != null) {
      ending.end().run();
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
    Watching current = watching;
    if (current == null || !session.isOpen()) {
      return;
    }
    if (current.allowed().getAsBoolean()) {
      session.getAsyncRemote().sendText(MOVED, sent -> sayBroken(sent.getException()));
    } else {
      current.end().run();
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

  /**
   * What is being watched.
   *
   * @param allowed whether it may still be seen
   * @param end has nothing more told
   */
  record Watching(BooleanSupplier allowed, Runnable end) {}
}
