/**
 * GeoPackage (OGC 12-128): feature tables of an SQLite file, several of them in one.
 *
 * <p>Invariants: a file from outside is opened read-only, immutable and without trust in its schema; only real tables are
 * read, never views, virtual tables or computed columns, which run whatever their author wrote; the geometry's bytes are
 * decoded by counts that fit what is there. Coordinates are kept to the last bit, both ways.
 *
 * <p>Start reading at {@link org.jieshi.ingest.geopackage.GeoPackageFormat}.
 */
@NullMarked
package org.jieshi.ingest.geopackage;

import org.jspecify.annotations.NullMarked;
