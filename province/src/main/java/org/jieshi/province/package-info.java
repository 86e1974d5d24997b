/**
 * The overlaps of a province: of one register or of many, on Apache Spark. Apache Sedona cuts the land into tiles of about
 * equal work (a KDB tree over a sample of the bounds) and carries each land to every tile that it reaches; each tile is
 * compared by {@link org.jieshi.conflicts.TileScan}, the judge and kernel of the register's own scan; what it finds goes
 * into {@code province.overlap} of the database that was named.
 *
 * <ul>
 *   <li>Each register is read as it was at one moment, however many connections read it.
 *   <li>Every overlap is written once: the primary key would refuse a second one, a tile's rows replace what an attempt
 *       before wrote, and the scan fails unless every land was answered for by exactly one tile.
 *   <li>Nothing of a register is changed: {@code conflict} stays what its program made it.
 * </ul>
 *
 * Start with {@link org.jieshi.province.Province}.
 */
@NullMarked
package org.jieshi.province;

import org.jspecify.annotations.NullMarked;
