package org.jieshi.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.MarkLayer;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.SurveySystem;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.parcels.BoundaryMarks.OfRecord;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the boundary points and lines that lie beside a layer of parcels, and gives each to the parcel it names, else to
 * every parcel whose boundary it lies on: two neighbours share their points.
 */
@Component
class MarkReading {

  /** Metres within which a point lies on a boundary: rule C7. */
  static final double ON_THE_BOUNDARY = 0.05;
  private static final int BATCH = 500;

  private final ImportRepository imports;
  private final MarkRepository marks;
  private final StagingRepository staging;
  private final TransactionTemplate transaction;

  MarkReading(ImportRepository imports, MarkRepository marks, StagingRepository staging,
      TransactionTemplate transaction) {
    this.imports = imports;
    this.marks = marks;
    this.staging = staging;
    this.transaction = transaction;
  }

  /**
   * Reads all layers of points and lines of an upload, once its parcels are staged.
   *
   * @param layers all layers of the upload
   * @param source the parcels, as they were staged
   */
  void read(long id, ImportRequest request, List<SurveyLayer> layers, SurveySource source,
      StagingRepository.MapPositions positions) throws IOException {
    if (request.layer() != Layer.PARCELS) {
      return;
    }
    List<Finding> findings = new ArrayList<>();
    int srid = source.system().epsg();
    boolean asSurveyed = source.set() == null && source.survey().degrees().isEmpty();
    int read = 0;
    for (SurveyLayer layer : layers) {
      boolean marksOfParcels = layer.kind() == SurveyLayer.Kind.POINTS || layer.kind() == SurveyLayer.Kind.LINES;
      if (!marksOfParcels) {
        continue;
      }
      if (!(layer instanceof MarkLayer readable)) {
        findings.add(Finding.ofFile("C10", Severity.INFO, new Bilingual(
            "%s holds points or lines beside the parcels that aren't read; send them as a shapefile or GeoPackage.",
            "%s 中的点或线图层未读取，请以 Shapefile 或 GeoPackage 提供。").formatted(layer.name())));
      } else if (sameSystem(readable, request, srid, asSurveyed, findings)) {
        read = read(id, request, readable, srid, positions, read, findings);
      }
    }
    boolean anyMarks = read > 0;
    transaction.executeWithoutResult(tx -> {
      imports.hold(id);
      if (anyMarks) {
        marks.forEachWithPoints(id, each -> findings.addAll(
            MarkChecks.check(each.record(), each.boundary(), each.points(), limit(each.accuracy()))));
      }
      staging.insertFindings(id, findings, positions);
    });
  }

  /** The limit of a survey class is twice its RMSE (domain.md §4); of a survey of unknown accuracy the most severe. */
  private static double limit(@Nullable Double accuracy) {
    return accuracy == null ? ON_THE_BOUNDARY : 2 * accuracy;
  }

  /** A point in another system than its parcel can't be compared with it; such a layer is told and left out. */
  private static boolean sameSystem(SurveyLayer layer, ImportRequest request, int srid, boolean asSurveyed,
      List<Finding> findings) throws IOException {
    DeclaredSystem declared = layer.declaredSystem();
    boolean silent = declared.wkt() == null && declared.epsg().isEmpty();
    boolean same = asSurveyed && (silent
        || SurveySystem.of(declared, request.crs(), true, 1.0).system().epsg() == srid);
    if (!same) {
      findings.add(Finding.ofFile("C10", Severity.WARN, new Bilingual(
          "%s is in another coordinate system than the parcels and was left out; export both in one.",
          "%s 与宗地图层的坐标系不同，未读取，请以同一坐标系导出。").formatted(layer.name())));
    }
    return same;
  }

  private int read(long id, ImportRequest request, MarkLayer layer, int srid, StagingRepository.MapPositions positions,
      int firstSeq, List<Finding> findings) throws IOException {
    int seq = firstSeq;
    int strays = 0;
    List<OfRecord> batch = new ArrayList<>();
    try (OpenLayer open = layer.openMarks(srid, request.encoding()); OpenLayer.Records records = open.read()) {
      while (records.hasNext()) {
        SurveyRecord record = records.next();
        List<OfRecord> owned = owners(id, record, positions);
        strays += owned.isEmpty() ? 1 : 0;
        batch.addAll(owned);
        if (batch.size() >= BATCH || !records.hasNext()) {
          int from = seq;
          List<OfRecord> whole = List.copyOf(batch);
          transaction.executeWithoutResult(tx -> {
            imports.hold(id);
            marks.insert(id, from, whole);
            staging.insertFindings(id, disputedLines(whole), positions);
          });
          seq += whole.size();
          batch.clear();
        }
      }
    }
    tell(layer, seq - firstSeq, strays, findings);
    return seq;
  }

  private static void tell(SurveyLayer layer, int kept, int strays, List<Finding> findings) {
    findings.add(Finding.ofFile("C10", Severity.INFO, new Bilingual(
        "%s: %s boundary points or lines were given to their parcels.", "%s：%s 个界址点或界址线已归入宗地。")
        .formatted(layer.name(), kept)));
    if (strays > 0) {
      findings.add(Finding.ofFile("C10", Severity.WARN, new Bilingual(
          "%s: %s points or lines belong to no parcel of the file, by number or by place, and were left out.",
          "%s：%s 个点或线按编号和位置均不属于文件中的任何宗地，未读取。").formatted(layer.name(), strays)));
    }
  }

  private List<OfRecord> owners(long id, SurveyRecord record, StagingRepository.MapPositions positions) {
    Geometry shape = record.boundary();
    if (shape == null) {
      return List.of();
    }
    BoundaryMark mark = MarkFields.mark(record, shape);
    String parcel = MarkFields.parcel(record);
    return marks.candidates(id, parcel, parcel == null ? window(shape, positions) : null).stream()
        .filter(candidate -> parcel != null || runsAlong(candidate.boundary(), shape))
        .map(candidate -> new OfRecord(candidate.record(), mark)).toList();
  }

  /** A line belongs to a boundary when it runs along it, not when it only meets it. */
  private static boolean runsAlong(Geometry boundary, Geometry shape) {
    Geometry line = boundary.getBoundary();
    for (Coordinate vertex : shape.getCoordinates()) {
      if (!line.isWithinDistance(shape.getFactory().createPoint(vertex), ON_THE_BOUNDARY)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Envelope window(Geometry shape, StagingRepository.MapPositions positions) {
    Envelope degrees = new Envelope();
    Envelope plane = shape.getEnvelopeInternal();
    plane.expandBy(ON_THE_BOUNDARY);
    for (Coordinate corner : List.of(new Coordinate(plane.getMinX(), plane.getMinY()),
        new Coordinate(plane.getMaxX(), plane.getMaxY()), new Coordinate(plane.getMinX(), plane.getMaxY()),
        new Coordinate(plane.getMaxX(), plane.getMinY()))) {
      Coordinate place = positions.of(corner);
      if (place != null) {
        degrees.expandToInclude(place);
      }
    }
    return degrees.isNull() ? new Envelope(0, 0, 0, 0) : degrees;
  }

  /** 600003 is a statement of the surveyor that this line is contested: the parcel's officers have to know. */
  private static List<Finding> disputedLines(List<OfRecord> marks) {
    return marks.stream().filter(each -> each.mark().nature() == BoundaryMark.Nature.DISPUTED)
        .map(each -> Finding.ofRecord("C10", Severity.WARN, each.record(), new Bilingual(
            "Record %s has a boundary line marked as disputed (JXXZ 600003); settle it before the land is registered.",
            "第 %s 条记录有标为争议界的界址线（JXXZ 600003），登记前须先处理争议。").formatted(each.record()))
            .at(each.mark().shape().getCoordinate())).toList();
  }
}
