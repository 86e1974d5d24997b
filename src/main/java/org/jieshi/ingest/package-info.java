/**
 * From a surveyor's file to units on the register: upload, unpack, read, check, stage, commit, undo.
 *
 * <p>Invariants:
 * <ul>
 *   <li>An upload is kept in the database, byte for byte, with its import and its job in one transaction: what was
 *       acknowledged is read even if the program is killed.
 *   <li>Reading and checking write to the staging tables only. The register changes in one transaction, at commit, and is
 *       changed back in one, at undo.
 *   <li>A file that can't be taken ends in one sentence and leaves nothing but that sentence.
 *   <li>A row with a blocking finding is never committed.
 *   <li>Coordinates are stored as they were surveyed. Two exceptions, each chosen by a person, told with the figures and
 *       kept in the record's attributes: a repaired boundary, and local parameters that carry an older datum.
 *   <li>An import can be given up at any moment; whatever reads it finds that out with its next batch.
 *   <li>Memory is that of a few batches, whatever the size of the file; an eighth of the heap besides holds the land of a
 *       file that isn't larger ({@code HeldLand}).
 *   <li>What is staged before STAGED can be staged again from the upload, so none of it waits for the disk ({@code
 *       ProvisionalWrites}); STAGED does, and with it all that came before.
 * </ul>
 *
 * <p>Start with {@link org.jieshi.ingest.Imports}; {@code ImportReading} is the background half: {@code ReadingPipeline}
 * parses, checks ({@code RecordReading}) and stores side by side, {@code StagedChecks} then compares records with each
 * other and with the register; what a commit would change is told a while later ({@code ImpactReckoning}). Records are
 * compared in {@code RecordComparison}: {@code Strips} of them from west to east, each by {@code StripChecks} with {@code
 * PairChecks} (who lies on whose land) and {@code NeighbourChecks} (how boundaries fit). What rules are judged with is
 * {@code Rules}. {@code transformation} keeps local datum parameters. Formats live in sub-packages: {@code source} (uploads,
 * archives, coordinate systems, what a format is), {@code shapefile},
 * {@code geopackage}, {@code geojson}, {@code exchange} (报盘 TXT), {@code kml}, {@code dxf}, {@code points} (CSV);
 * {@code SurveyFormats} lists them. What is written again is written there too.
 *
 * <p>May use {@code parcels}, {@code geometry}, {@code store}, {@code audit}, {@code identity}, {@code shared}.
 */
@NullMarked
package org.jieshi.ingest;

import org.jspecify.annotations.NullMarked;
