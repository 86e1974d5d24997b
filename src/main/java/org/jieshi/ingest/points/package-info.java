/**
 * CSV: boundary points, one a row (parcel, ring, order, x, y), or whole parcels with their shape as WKT, as GIS programs
 * write them.
 *
 * <p>Invariants: rows of one parcel stand together, so that memory is bounded by the largest parcel; a row that can't be
 * placed blocks its parcel; which of X and Y is north is told by the column's name, else by the size of the numbers, and
 * said. Written text never begins a formula, and is read back as it was.
 *
 * <p>Start reading at {@link org.jieshi.ingest.points.CsvFormat}.
 */
@NullMarked
package org.jieshi.ingest.points;

import org.jspecify.annotations.NullMarked;
