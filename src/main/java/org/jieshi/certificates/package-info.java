/**
 * Certificates: numbers, issue, the paper, public verification, cancellation.
 *
 * <p>Invariants: one live certificate a parcel (unique index); no two over one land (the county register's row lock and
 * gate W7 inside the issuing transaction; on PostGIS also a trigger); numbers without gap or double, in the form that the
 * day asks for; what was issued is never changed, only ended, and what has ended never counts again (triggers).
 *
 * <p>A right that several hold is one certificate, with one paper or one for each ({@code certificate_paper}).
 *
 * <p>A certificate's file counts for the public only byte for byte: the office keeps its SHA-256, and whatever else is sent
 * in is altered or not ours. Start with {@link org.jieshi.certificates.Certificates}; the public's questions are answered
 * by {@code Verifications}. May use {@code registration}, {@code parcels}, {@code geometry}.
 */
@NullMarked
package org.jieshi.certificates;

import org.jspecify.annotations.NullMarked;
