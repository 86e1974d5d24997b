/**
 * Our own shapefile reader, as a GeoTools {@code ContentDataStore}. Written from the public specification ("ESRI
 * Shapefile Technical Description", July 1998) because no sound reader is published where a plain Maven build finds it.
 *
 * <p>Invariants: records are read one by one, so memory is bounded by the largest record; a length or count from the
 * file is believed only after it fits the bytes that are there; the {@code .shx} is never read; shapes and attribute
 * rows are paired by position, and when that pairing is in doubt the file is refused; rings are nested by where they
 * lie, never by the direction they run.
 *
 * <p>Start reading at {@link org.jieshi.ingest.shapefile.ShapefileDataStore}; {@code ShpFile} knows the bytes of
 * {@code .shp}, {@code DbfFile} those of {@code .dbf}, {@code TextEncoding} finds out how its text is written.
 */
@NullMarked
package org.jieshi.ingest.shapefile;

import org.jspecify.annotations.NullMarked;
