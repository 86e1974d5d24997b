package org.jieshi.ingest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.geometry.PlaneSystem;
import org.jieshi.geometry.SystemFinding;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Rule F3: whether coordinates and system agree, record by record. A stray record is blocked; when most records stray, it
 * is the system that is wrong, and the file is refused.
 */
final class SystemChecks implements StagingRepository.MapPositions {

  /** Metres around the farm within which its surveys lie. */
  private static final double FARM_MARGIN = 5_000;
  /** Length of a degree of latitude, metres; of longitude it is shorter, which errs on the side of taking a file. */
  private static final double METRES_PER_DEGREE = 111_000;

  private final PlaneSystem system;
  private final @Nullable Envelope farm;
  private final AtomicInteger records = new AtomicInteger();
  private volatile Envelope fitting = new Envelope();
  private int strays;
  private @Nullable FileProblem firstStray;
  private int firstStrayRecord;

  SystemChecks(PlaneSystem system, Optional<Envelope> farm) {
    this.system = system;
    this.farm = farm.orElse(null);
  }

  /** The boundary in CGCS2000 degrees, or null with a finding when its coordinates don't fit the system. */
  @Nullable Geometry locate(int record, Geometry boundary, List<Finding> findings) {
    records.incrementAndGet();
    List<SystemFinding> misfits = misfits(boundary.getEnvelopeInternal());
    if (!misfits.isEmpty()) {
      SystemFinding first = misfits.get(0);
      stray(record, FileFault.CRS_COORDINATES.inRecord(
          record, record, "EPSG:" + system.epsg(), plain(first.message()), plain(first.messageZh())), findings);
      return null;
    }
    Geometry degrees;
    try {
      degrees = toDegrees(boundary);
    } catch (GeometryRefusal refusal) {
      stray(record, FileFault.CRS_COORDINATES.inRecord(
          record, record, "EPSG:" + system.epsg(), plain(refusal.getMessage()), plain(refusal.messageZh())), findings);
      return null;
    }
    double distance = farm == null ? 0 : farm.distance(degrees.getEnvelopeInternal()) * METRES_PER_DEGREE;
    if (distance > FARM_MARGIN) {
      stray(record, FileFault.CRS_ELSEWHERE.inRecord(record, record, Math.round(distance / 1000)), findings);
    }
    return degrees;
  }

  /** Whatever lies inside bounds that fit as a whole fits; which bounds that are grows with the records. */
  private List<SystemFinding> misfits(Envelope bounds) {
    Envelope known = fitting;
    if (known.contains(bounds)) {
      return List.of();
    }
    List<SystemFinding> misfits = CoordinateSystems.checkMagnitudes(bounds, system.epsg());
    if (misfits.isEmpty()) {
      Envelope wider = new Envelope(known);
      wider.expandToInclude(bounds);
      fitting = CoordinateSystems.checkMagnitudes(wider, system.epsg()).isEmpty() ? wider : known;
    }
    return misfits;
  }

  /** @throws FileProblem when more than half of the records stray */
  synchronized void requireMostlyFitting() throws FileProblem {
    if (firstStray != null && strays * 2 > records.get()) {
      throw firstStray;
    }
  }

  @Override
  public @Nullable Coordinate of(Coordinate surveyed) {
    try {
      return CoordinateSystems.transformAcceptingBallpark(surveyed, system.epsg(), CoordinateSystems.CGCS2000_DEGREES);
    } catch (GeometryRefusal notOnTheMap) {
      return null;
    }
  }

  /** Whether somebody accepted a ballpark was asked when the system was chosen; here it only matters that it is told. */
  private Geometry toDegrees(Geometry geometry) {
    return CoordinateSystems.transformAcceptingBallpark(geometry, system.epsg(), CoordinateSystems.CGCS2000_DEGREES);
  }

  private void stray(int record, FileProblem problem, List<Finding> findings) {
    findings.add(Finding.ofRecord("F3", Severity.BLOCK, record, problem.sentence()));
    count(record, problem);
  }

  /** Records are looked at on several threads; the first one of the file is named whichever is seen first. */
  private synchronized void count(int record, FileProblem problem) {
    strays++;
    if (firstStray == null || record < firstStrayRecord) {
      firstStray = problem;
      firstStrayRecord = record;
    }
  }

  /** A sentence to stand inside another one. */
  private static String plain(String sentence) {
    return sentence.replaceAll("[.。]$", "");
  }
}
