/**
 * The register as ISO 19152 (Land Administration Domain Model) names it: one GeoPackage with a table for each class, with
 * former rights and former boundaries. {@code docs/ladm.md} has the mapping, class by class.
 *
 * <h2>What holds</h2>
 * <ul>
 *   <li>One snapshot of the register; the same record has the same identifier in every export.
 *   <li>Every version of a boundary and every right that ever stood is there, with its {@code begin_lifespan_version} and
 *       {@code end_lifespan_version}.
 *   <li>A person's identity number is whole only for whom the investigation form shows it whole.
 *   <li>Whoever is limited to a district gets what lies in it.
 * </ul>
 *
 * <p>Start reading at {@link org.jieshi.ladm.LadmExport}; the tables are in {@link org.jieshi.ladm.PartyTables},
 * {@link org.jieshi.ladm.RightTables}, {@link org.jieshi.ladm.LandTables} and {@link org.jieshi.ladm.SourceTables}.
 *
 * <p>May use: {@code shared}, {@code store}, {@code identity}, {@code audit}, {@code geometry}, {@code ingest} for the file,
 * {@code parcels} and {@code registration} for code lists; reads the tables of all of them.
 */
@NullMarked
package org.jieshi.ladm;

import org.jspecify.annotations.NullMarked;
