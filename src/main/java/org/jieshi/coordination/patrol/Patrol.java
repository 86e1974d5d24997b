package org.jieshi.coordination.patrol;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A patrol.
 *
 * @param area to be seen, CGCS2000 degrees
 * @param reach m that a patroller sees to each side of the track
 * @param coverage share of the area within the reach of the tracks, 0-1
 * @param length m of all tracks, on the ellipsoid
 */
record Patrol(String id, String number, String title, Geometry area, BigDecimal areaHm2, int reach, LocalDate fromOn,
    LocalDate toOn, boolean overdue, Status status, @Nullable LocalDate endedOn, @Nullable String remark,
    List<Person> people, List<Track> tracks, BigDecimal coverage, BigDecimal length, int findings, String plannedBy,
    int revision) {

  /** Where it stands. */
  enum Status { PLANNED, DONE, CANCELLED }

  record Person(String username, String name) {
  }

  /** @param line GeoJSON MultiLineString, CGCS2000 degrees; null in a list */
  record Track(int seq, String fileName, String sha256, @Nullable Line line, int points, BigDecimal length,
      @Nullable Instant startedAt, @Nullable Instant endedAt, String uploadedBy) {
  }

  /** GeoJSON. */
  record Line(String type, List<List<double[]>> coordinates) {
  }
}
