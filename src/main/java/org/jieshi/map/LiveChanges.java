package org.jieshi.map;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.session.SessionRepository;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells browsers what changes on the register, as server-sent events named {@code changed}, and that the map far out was
 * drawn anew, by one named {@code map}. Asks the database once a second
 * while anybody listens, because the change may have been made through another program on it.
 */
@Component
@ConditionalOnWebApplication
class LiveChanges {

  private static final Logger LOG = LoggerFactory.getLogger(LiveChanges.class);

  /** As long as a session lasts: a stream that began anew sooner would keep one alive that nobody uses. */
  private static final Duration LONGEST = Duration.ofHours(8);

  private static final long EVERY_MILLIS = 1_000;
  private static final int SIGN_OF_LIFE = 20;

  private final RegisterChanges changes;
  private final Tiles tiles;
  private final SessionRepository<?> sessions;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "live-changes");
    thread.setDaemon(true);
    return thread;
  });
  private long told = -1;
  private int rounds;

  LiveChanges(RegisterChanges changes, Tiles tiles, SessionRepository<?> sessions) {
    this.changes = changes;
    this.tiles = tiles;
    this.sessions = sessions;
    scheduler.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * @param session the id of one with which the stream ends, whichever program ends it; null for a request that brings its
   *     own sign-in
   * @param named whether the records are told; else, for whoever is limited to a district, only that something changed
   */
  SseEmitter listen(@Nullable String session, boolean named) {
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    Listener listener = new Listener(emitter, session, named);
    emitter.onCompletion(() -> listeners.remove(listener));
    emitter.onTimeout(emitter::complete);
    emitter.onError(broken -> listeners.remove(listener));
    listener.tell(null); // the answer's head goes out at once: the browser knows that it is heard
    listeners.add(listener);
    return emitter;
  }

  private void look() {
    if (listeners.isEmpty()) {
      told = -1;
      return;
    }
    try {
      long now = changes.newest();
      Told records = told >= 0 && now > told ? Told.of(changes.records(told, now), tiles.changedAfter(told)) : null;
      told = now;
      rounds++;
      if (records != null) {
        tell(records);
      } else if (rounds % SIGN_OF_LIFE == 0) {
        tell(null);
      }
      if (tiles.takeRenewed()) {
        // whoever is limited to a district has tiles of their own, which are never old
        listeners.stream().filter(Listener::named).forEach(listener -> listener.send(SseEmitter.event().name("map")
            .data(new Renewed(now), MediaType.APPLICATION_JSON)));
      }
    } catch (DataAccessException gone) {
      LOG.debug("Nobody is told of changes while the database is away: {}", gone.getMessage());
    }
  }

  private void tell(@Nullable Told records) {
    for (Listener listener : listeners) {
      if (listener.session() == null || sessions.findById(listener.session()) != null) {
        listener.tell(records == null || listener.named() ? records
            : new Told(records.version(), true, List.of(), null));
      } else {
        listener.end();
      }
    }
  }

  @PreDestroy
  void stop() {
    scheduler.shutdownNow();
    listeners.forEach(Listener::end);
  }

  /** As {@link RegisterChanges.Records}. @param areas where the map changed; null: anywhere */
  private record Told(long version, boolean many, List<RegisterChanges.Record> records, @Nullable List<Box> areas) {

    static Told of(RegisterChanges.Records changed, @Nullable List<Box> areas) {
      return new Told(changed.version(), changed.many(), changed.records(), areas);
    }
  }

  /** @param version of the register that was read last */
  private record Renewed(long version) {
  }

  private record Listener(SseEmitter emitter, @Nullable String session, boolean named) {

    void end() {
      try {
        emitter.complete();
      } catch (IllegalStateException gone) {
        LOG.debug("A listener had gone already: {}", gone.getMessage());
      }
    }

    /** @param records null: only a sign of life, by which a gone listener is found out */
    void tell(@Nullable Told records) {
      send(records == null ? SseEmitter.event().comment("")
          : SseEmitter.event().name("changed").data(records, MediaType.APPLICATION_JSON));
    }

    void send(SseEmitter.SseEventBuilder event) {
      try {
        emitter.send(event);
      } catch (IllegalStateException ended) {
        end();
      } catch (IOException gone) {
        emitter.completeWithError(gone);
      }
    }
  }
}
