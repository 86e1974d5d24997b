/**
 * The audit chain: no change without its entry, no rewritten past that does not show.
 *
 * <p>Invariants: an entry is written in the transaction of its change; each carries the hash of the one before and the
 * digest of the rows it changed; the database refuses a tracked change without entry. Start with
 * {@link org.jieshi.audit.AuditLog}; the other half is the migration {@code V1__audit.sql}. Uses {@code shared} only.
 */
@NullMarked
package org.jieshi.audit;

import org.jspecify.annotations.NullMarked;
