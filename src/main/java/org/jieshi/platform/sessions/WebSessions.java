package org.jieshi.platform.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jieshi.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * Sessions in the table {@code web_session}. Read anew with each request, because another program may have ended one;
 * written when it changes, its use once a minute, before the request is answered: an answer may be written from within a
 * transaction that only reads.
 */
final class WebSessions implements SessionRepository<WebSession> {

  private static final Logger LOG = LoggerFactory.getLogger(WebSessions.class);

  /** A map asks for many tiles a second. */
  private static final Duration USE_IS_WRITTEN = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Duration lasts;
  private final ReadContents contents = new ReadContents();

  /** @param lasts how long a session lives that nobody uses */
  WebSessions(JdbcClient jdbc, Duration lasts) {
    this.jdbc = jdbc;
    this.lasts = lasts;
  }

  private record Row(OffsetDateTime createdAt, OffsetDateTime usedAt, byte[] content) {}

  @Override
  public WebSession createSession() {
    return WebSession.begin(lasts);
  }

  @Override
  public @Nullable WebSession findById(String id) {
    // a session of a clock that ran ahead and was set back would live as long as that was
    String hash = Sha256.hex(id);
    return jdbc.sql("""
        select created_at, used_at, content from web_session
         where id_hash = :id and ends_at > now() and ends_at <= now() + 2 * :seconds * interval '1 second'
           and created_at <= now() + :seconds * interval '1 second'
        """).param("id", hash).param("seconds", lasts.toSeconds())
        .query((row, n) -> new Row(row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class),
            row.getBytes(3)))
        .optional().map(row -> session(id, hash, row)).orElse(null);
  }

  private @Nullable WebSession session(String id, String hash, Row row) {
    Map<String, Object> attributes = contents.read(hash, row.content());
    if (attributes == null) {
      LOG.info("A session of another version of the program is ended");
      deleteById(id);
      return null;
    }
    if (row.usedAt().toInstant().plus(USE_IS_WRITTEN).isBefore(Instant.now())) {
      jdbc.sql("update web_session set used_at = now(), ends_at = now() + :seconds * interval '1 second' where id_hash = :id")
          .param("seconds", lasts.toSeconds()).param("id", hash).update();
    }
    MapSession held = new MapSession(id);
    held.setCreationTime(row.createdAt().toInstant());
    held.setLastAccessedTime(row.usedAt().toInstant());
    held.setMaxInactiveInterval(lasts);
    attributes.forEach(held::setAttribute);
    return WebSession.stored(held);
  }

  @Override
  public void save(WebSession session) {
    if (session.isChanged()) {
      write(session);
    }
  }

  /** One that was ended meanwhile, here or through another program, stays ended. */
  private void write(WebSession session) {
    String stored = session.storedId();
    JdbcClient.StatementSpec statement = stored == null
        ? jdbc.sql("""
            with gone as (delete from web_session where ends_at <= now())
            insert into web_session (id_hash, username, created_at, used_at, ends_at, content)
            values (:id, :username, :created, :used, now() + :seconds * interval '1 second', :content)
            """).param("created", session.getCreationTime().atOffset(ZoneOffset.UTC))
        : jdbc.sql("""
            update web_session set id_hash = :id, username = :username, used_at = :used,
              ends_at = now() + :seconds * interval '1 second', content = :content
             where id_hash = :stored
            """).param("stored", Sha256.hex(stored));
    statement.param("id", Sha256.hex(session.getId())).param("username", username(session))
        .param("used", session.getLastAccessedTime().atOffset(ZoneOffset.UTC)).param("seconds", lasts.toSeconds())
        .param("content", SessionContent.write(session)).update();
    session.written();
  }

  private static @Nullable String username(WebSession session) {
    SecurityContext context =
        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    return context == null || context.getAuthentication() == null ? null : context.getAuthentication().getName();
  }

  @Override
  public void deleteById(String id) {
    jdbc.sql("delete from web_session where id_hash = :id").param("id", Sha256.hex(id)).update();
  }

  /** @param here the id of the one that asks; null: none does */
  List<OwnSessionsController.OwnSession> of(String username, @Nullable String here) {
    return jdbc.sql("""
        select created_at, used_at, id_hash = :here as here from web_session
         where username = :username and ends_at > now() order by created_at desc
        """).param("username", username).param("here", here == null ? "" : Sha256.hex(here))
        .query((row, n) -> new OwnSessionsController.OwnSession(row.getObject(1, OffsetDateTime.class).toInstant(),
            row.getObject(2, OffsetDateTime.class).toInstant(), row.getBoolean(3))).list();
  }

  /** @param except the id of one that goes on; null: none does */
  void endAll(String username, @Nullable String except) {
    jdbc.sql("delete from web_session where username = :username and id_hash <> :except").param("username", username)
        .param("except", except == null ? "" : Sha256.hex(except)).update();
  }
}
