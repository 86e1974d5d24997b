/**
 * Certificates: numbers, issue, the paper, public verification, cancellation.
 *
 * <p>Invariants: one live certificate a parcel (unique index); no two over one land (the county register's row lock and
 * gate W7 inside the issuing transaction; on PostGIS also a trigger); numbers without gap or double; what was issued is
 * never changed, only ended, and remembered. Start with {@link org.jieshi.certificates.Certificates}. May use
 * {@code registration}, {@code parcels}, {@code geometry}.
 */
@NullMarked
package org.jieshi.certificates;

import org.jspecify.annotations.NullMarked;
