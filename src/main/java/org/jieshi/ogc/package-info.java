/**
 * The register for other people's tools: OGC API Features over parcels, claims, evidence, conflicts and certificates.
 *
 * <h2>What holds</h2>
 * <ul>
 *   <li>Reads only. A collection holds what stands now; with {@code datetime} what stood then, by the version history.
 *   <li>Pages are cut by the key of the last feature, never by counting: whoever follows {@code next} gets each feature
 *       once, and each that stands all the while, whatever others write. A page is one snapshot, read as it is sent.
 *   <li>Coordinates asked for in the plane system a feature was surveyed in are the registered ones to the last digit.
 *       Axis order on the wire is each system's official one; everywhere else in the program it is east, north.
 *   <li>{@code bbox} is judged by the land itself, not by its bounds.
 *   <li>A parameter that isn't known is refused.
 *   <li>Whoever is limited to a district sees what lies in it and nothing else: the database's function decides.
 * </ul>
 *
 * <h2>Where to start reading</h2>
 * {@link org.jieshi.ogc.ItemsController}, then {@link org.jieshi.ogc.FeatureQuery}. {@link org.jieshi.ogc.Layer} says
 * what there is.
 *
 * <p>May use: {@code shared}, {@code store}, {@code geometry}, {@code parcels}; reads the tables of {@code parcels},
 * {@code conflicts} and {@code certificates}.
 */
@NullMarked
package org.jieshi.ogc;

import org.jspecify.annotations.NullMarked;
