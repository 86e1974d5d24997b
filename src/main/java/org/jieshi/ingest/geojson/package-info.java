/**
 * GeoJSON: RFC 7946, and the files with a {@code crs} member that came before it and that surveyors still get from their
 * programs.
 *
 * <p>Invariants: files are read as a stream, twice: once to know their columns, count and system, once for the records.
 * Without a {@code crs} member coordinates are WGS 84 degrees as the RFC says, unless their size refutes it; then the
 * system is asked for. Coordinates are kept to the last bit, both ways.
 *
 * <p>Start reading at {@link org.jieshi.ingest.geojson.GeoJsonFormat}.
 */
@NullMarked
package org.jieshi.ingest.geojson;

import org.jspecify.annotations.NullMarked;
