package org.jieshi.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A streaming replica of the user's own PostgreSQL, for reading.
 *
 * @param url {@code JIESHI_DB_REPLICA_URL}; none is used without it
 * @param user and {@code password}; those of the database if left out
 * @param behind a replica further behind is not asked, and the administrator is told
 */
@ConfigurationProperties("jieshi.db.replica")
record ReplicaProperties(@Nullable String url, @Nullable String user, @Nullable String password,
    @DefaultValue("10s") Duration behind) {
}
