/**
 * DXF, the text form of drawings: closed polylines are the boundaries, on a layer that is often called JZD; labels inside
 * them are their attributes where only one can be meant.
 *
 * <p>Invariants: a drawing says no coordinate system, so somebody has to; arcs, meshes and views from the side are refused
 * by record, never straightened; what else the drawing holds (blocks, lines, open polylines) is counted and told. A ring
 * inside another is its hole; one that names a parcel of its own is that parcel too. Because rings find each other only as
 * a whole, a drawing is held in memory, up to a limit.
 *
 * <p>Start reading at {@link org.jieshi.ingest.dxf.DxfFormat}.
 */
@NullMarked
package org.jieshi.ingest.dxf;

import org.jspecify.annotations.NullMarked;
