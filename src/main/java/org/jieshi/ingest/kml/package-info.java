/**
 * KML 2.2 and KMZ, as Google Earth and phones write them: sketches of claims, in WGS 84 degrees by definition.
 *
 * <p>Invariants: a document type declaration is refused before anything in it is looked at, and nothing outside the file
 * is ever fetched; a placemark is a record; degrees are projected only into a zone that somebody names.
 *
 * <p>Start reading at {@link org.jieshi.ingest.kml.KmlFormat}.
 */
@NullMarked
package org.jieshi.ingest.kml;

import org.jspecify.annotations.NullMarked;
