package org.jieshi.ingest.transformation;

/** How a set of parameters works. */
public enum Method {
  /** Seven parameters whose rotations turn the position vector (EPSG 9606). */
  POSITION_VECTOR,
  /** Seven parameters whose rotations turn the frame (EPSG 9607). */
  COORDINATE_FRAME,
  /** Four parameters from plane to plane. */
  PLANE
}
