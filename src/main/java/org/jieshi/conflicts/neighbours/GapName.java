package org.jieshi.conflicts.neighbours;

import java.time.Instant;

/**
 * What a gap is, as an officer entered it: land that is meant to lie between the parcels.
 *
 * @param longitude CGCS2000 degrees, with {@code latitude} a point inside the gap; a name stays with its place, whatever
 *     becomes of the parcels around it
 */
record GapName(long id, Kind kind, String name, double longitude, double latitude, String enteredBy,
    Instant enteredAt) {

  enum Kind {
    ROAD, WATER, OTHER
  }
}
