/**
 * The overlap of two polygons on plain arrays of doubles: what {@link org.jieshi.geometry.Overlap} and the full scan rest
 * on. One pair goes through
 *
 * <ol>
 * <li>the <em>window</em>, what both bounding boxes have in common: only edges that reach into it are taken, what lies
 * west of it is folded into its west side ({@code WindowEdges});
 * <li>the <em>crossings</em> in it: proper ones as points, everything nearer than a micrometre as a contact ({@code
 * Crossings});
 * <li>the <em>area by slabs</em>: cut at the height of every vertex and crossing, the land between two heights is
 * trapezoids, whose area is height times width at mid-height, exactly ({@code SlabSweep}). It needs no topology and so
 * cannot fail; most pairs are neighbours that only touch and end here with nothing;
 * <li>the <em>trace</em>, when all crossings are proper: from crossing to crossing along one side and the other
 * ({@code RingTrace}). Its area must be that of the slabs; whatever cannot be traced or does not agree is left to JTS
 * OverlayNG by the caller.
 * </ol>
 *
 * <p>Of many lands at once, most of them neighbours that share their edges, {@code BoundaryWeb} tells before that which
 * pairs can have land in common at all: it looks at every edge once instead of once for each neighbour.
 *
 * <p>Invariants: input polygons are valid; nothing depends on the order of the two sides, on the first vertex or the
 * direction of a ring, to the last bit; coordinates are taken relative to whole metres near the window, which is exact.
 * Objects here keep scratch memory and are for one thread; {@link org.jieshi.geometry.kernel.FlatLand} is immutable.
 *
 * <p>Start at {@link org.jieshi.geometry.kernel.OverlapKernel}. Uses JTS only.
 */
@NullMarked
package org.jieshi.geometry.kernel;

import org.jspecify.annotations.NullMarked;
