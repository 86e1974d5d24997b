package org.jieshi.ingest;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Follows imports for browsers, as server-sent events named {@code import}. Asks the database, because the import may be
 * read by another program on it.
 */
@Component
class ImportEvents {

  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final long EVERY_MILLIS = 300;

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "import-events");
    thread.setDaemon(true);
    return thread;
  });

  ImportEvents(ImportRepository imports, StagingRepository staging) {
    this.imports = imports;
    this.staging = staging;
  }

  SseEmitter follow(long id) {
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    Follower follower = new Follower(id, emitter);
    ScheduledFuture<?> looking =
        scheduler.scheduleWithFixedDelay(follower, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    emitter.onCompletion(() -> looking.cancel(false));
    emitter.onTimeout(emitter::complete);
    emitter.onError(broken -> looking.cancel(false));
    return emitter;
  }

  @PreDestroy
  void stop() {
    scheduler.shutdownNow();
  }

  private final class Follower implements Runnable {

    private final long id;
    private final SseEmitter emitter;
    private @Nullable Import last;

    Follower(long id, SseEmitter emitter) {
      this.id = id;
      this.emitter = emitter;
    }

    @Override
    public void run() {
      try {
        look();
      } catch (IOException | IllegalStateException gone) {
        emitter.completeWithError(gone);
      }
    }

    private void look() throws IOException {
      Optional<Import> now = imports.find(id);
      if (now.isEmpty()) {
        emitter.complete();
        return;
      }
      if (!now.get().equals(last)) {
        last = now.get();
        Import shown = last.status().isSettled()
            ? last.withFindings(staging.findings(id, null, null, null, 0, Imports.WEIGHTIEST).items())
            : last;
        emitter.send(SseEmitter.event().name("import").data(shown, MediaType.APPLICATION_JSON));
      }
      if (last.status().isSettled() && !last.isBeingReckoned()) {
        emitter.complete();
      }
    }
  }
}
