/**
 * The register as files, in the formats it is read from: whatever goes out comes back in without loss, as far as the format
 * can carry it ({@code docs/formats.md} says how far).
 *
 * <p>Invariants: coordinates go out as surveyed unless another system is asked for, and never across a datum; a file is
 * whole on disk before its first byte is sent, so that a refusal is a refusal and not half a file; every export is in the
 * audit log, with who asked and how many records went out; memory doesn't grow with the records.
 *
 * <p>Start reading at {@link org.jieshi.export.Exports}. Uses {@code ingest} for the formats, {@code parcels},
 * {@code conflicts}, {@code certificates}, {@code geometry}.
 */
@NullMarked
package org.jieshi.export;

import org.jspecify.annotations.NullMarked;
