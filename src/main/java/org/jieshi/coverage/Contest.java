package org.jieshi.coverage;

import org.locationtech.jts.geom.Geometry;

/**
 * Land two units cover, more than survey noise.
 *
 * @param overlap plane coordinates, carrying their SRID
 * @param parcels whether both sides are parcels
 * @param open in dispute: neither settled nor gone
 * @param trespass open on certified land, by somebody without a document
 */
record Contest(long left, long right, Geometry overlap, boolean parcels, boolean open, boolean trespass) {
}
