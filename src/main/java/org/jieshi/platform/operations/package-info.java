/**
 * How the program and what it stands on are doing, for the administrator: versions, disk, database, jobs, backups, the
 * audit chain and the clock; the same as figures for Prometheus.
 *
 * <p>Start with {@link org.jieshi.platform.operations.Operations}. It reads and changes nothing.
 */
@NullMarked
package org.jieshi.platform.operations;

import org.jspecify.annotations.NullMarked;
