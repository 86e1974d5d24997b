/**
 * The database under everything else: PostgreSQL 15 or newer, either the user's own or a private one that the program
 * brings, starts, watches and ends.
 *
 * <h2>What holds</h2>
 * <ul>
 *   <li>What was acknowledged survives {@code kill -9} of the program, of its PostgreSQL and of both.
 *   <li>One program per data directory, never two servers on one cluster; a command beside a running server joins it.
 *   <li>The column type {@code geometry} exists before the first shared migration: PostGIS's type, or a domain over
 *       {@code bytea}. Values travel as EWKB: write {@code cast(:g as geometry)}, read {@code cast(boundary as bytea)},
 *       both through {@link org.jieshi.store.GeometryCodec}. No {@code ST_} function in shared SQL.
 *   <li>A database that a newer program has migrated is refused.
 *   <li>The session's time zone is UTC.
 * </ul>
 *
 * <h2>Where to start reading</h2>
 * {@link org.jieshi.store.StoreConfiguration}, then {@link org.jieshi.store.EmbeddedPostgres}. Other modules use
 * {@code JdbcClient}, {@link org.jieshi.store.GeometryCodec}, {@link org.jieshi.store.Box},
 * {@link org.jieshi.store.JobQueue}, and {@link org.jieshi.store.RegisterReads} for what a replica may answer.
 *
 * <p>May use: {@code shared}.
 */
@NullMarked
package org.jieshi.store;

import org.jspecify.annotations.NullMarked;
