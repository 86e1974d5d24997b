package org.jieshi.ingest.dxf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jieshi.geometry.Rings;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.RingBuilder;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Parcels of the closed polylines of a layer. Rings are nested by where they lie; polylines that name the same parcel in
 * the data of the program that drew them (CASS: {@code SOUTH}, {@code 300000}, number, holder, land use) are one parcel.
 */
final class DxfParcels {

  private final List<DxfPolyline> lines;
  private final DxfLabels labels;
  private final int srid;
  private final List<Finding> ofFile;
  private final GeometryFactory factory;
  private final List<SurveyRecord> records = new ArrayList<>();

  /** A ring of the drawing and what is known about the parcel it stands for. */
  private record Outline(DxfPolyline line, CoordinateSequence ring, Map<String, Object> data) {
    @Nullable Object code() {
      return data.get(DxfData.CODE);
    }
  }

  DxfParcels(DxfDrawing drawing, String layer, int srid, List<Finding> ofFile) {
    this.lines = drawing.closed().stream().filter(line -> line.layer().equals(layer)).toList();
    this.factory = new GeometryFactory(new PrecisionModel(), srid);
    this.labels = new DxfLabels(drawing.labels());
    this.srid = srid;
    this.ofFile = ofFile;
  }

  List<SurveyRecord> records() {
    Map<RingKey, Outline> outlines = new LinkedHashMap<>();
    int twice = 0;
    List<DxfPolyline> found = new DxfOwnParcels(lines, labels, srid).takeFrom(records);
    for (DxfPolyline line : found) {
      Bilingual fault = fault(line);
      CoordinateSequence ring = line.ring().ring();
      if (fault != null) {
        refuse(line, fault);
        continue;
      }
      Outline outline = new Outline(line, mirrored(line, ring), DxfData.of(line.data()));
      Outline before = outlines.putIfAbsent(RingKey.of(outline.ring()), outline);
      if (before != null && before.code() == null && outline.code() != null) {
        // the hole of one parcel is the boundary of another
        outlines.put(RingKey.of(outline.ring()), outline);
      } else if (before != null && outline.code() != null && !outline.code().equals(before.code())) {
        refuse(line, new Bilingual(
            "Record %s has the boundary of another parcel of a different number; correct one of them.",
            "第 %s 条记录与另一编号的宗地界线完全相同，请更正其一。"));
      } else if (before != null) {
        twice++;
      }
    }
    if (twice > 0) {
      ofFile.add(Finding.ofFile("G8", Severity.WARN, new Bilingual(
          "%s closed polylines were drawn twice, one over the other, and were taken once.",
          "%s 条闭合多段线重复绘制，只读取一次。").formatted(twice)));
    }
    assemble(List.copyOf(outlines.values()));
    return records;
  }

  private static @Nullable Bilingual fault(DxfPolyline line) {
    Coordinate arc = line.arc();
    if (arc != null) {
      return new Bilingual(
          "Record %s has an arc (it begins at %.3f, %.3f), which isn't straightened here; replace it by vertices in CAD.",
          "第 %s 条记录含圆弧（起点 %.3f, %.3f），系统不自行折线化，请在 CAD 中改为折线。");
    }
    return line.isFlat() ? null : new Bilingual(
        "Record %s isn't drawn in the plane of the map; draw it from above.", "第 %s 条记录不在平面内绘制，请按俯视图重绘。");
  }

  private void refuse(DxfPolyline line, Bilingual fault) {
    int record = records.size() + 1;
    Coordinate arc = line.arc();
    Finding finding = Finding.ofRecord("F5", Severity.BLOCK, record,
        arc == null ? fault.formatted(record) : fault.formatted(record, arc.x, arc.y)).at(arc);
    records.add(new SurveyRecord(record, null, DxfData.of(line.data()), List.of(finding)));
  }

  private static CoordinateSequence mirrored(DxfPolyline line, CoordinateSequence ring) {
    if (!line.isMirrored()) {
      return ring;
    }
    RingBuilder mirrored = new RingBuilder();
    for (int i = 0; i < ring.size(); i++) {
      mirrored.add(-ring.getX(i), ring.getY(i));
    }
    return mirrored.ring();
  }

  private void assemble(List<Outline> outlines) {
    Map<RingKey, Outline> byRing = new HashMap<>();
    List<CoordinateSequence> usable = new ArrayList<>();
    for (Outline outline : outlines) {
      List<Finding> findings = new ArrayList<>();
      if (RecordShapes.ofRings(records.size() + 1, List.of(outline.ring()), srid, findings) == null) {
        records.add(new SurveyRecord(records.size() + 1, null, outline.data(), findings));
      } else {
        byRing.put(RingKey.of(outline.ring()), outline);
        usable.add(outline.ring());
      }
    }
    Geometry nested = Rings.polygonsFromRings(usable, srid).geometry();
    Map<Object, List<Polygon>> parcels = new LinkedHashMap<>();
    Map<Object, Outline> first = new HashMap<>();
    for (int i = 0; i < nested.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) nested.getGeometryN(i);
      if (!polygon.isEmpty()) {
        sort(polygon, byRing, parcels, first);
      }
    }
    parcels.forEach((key, parts) -> add(parts, Objects.requireNonNull(first.get(key))));
  }

  /** A hole that names a parcel of its own is that parcel too; the others are only told. */
  private void sort(Polygon polygon, Map<RingKey, Outline> byRing, Map<Object, List<Polygon>> parcels,
      Map<Object, Outline> first) {
    Outline shell = Objects.requireNonNull(byRing.get(RingKey.of(polygon.getExteriorRing())));
    Object key = shell.code() == null ? shell : shell.code();
    parcels.computeIfAbsent(key, any -> new ArrayList<>()).add(polygon);
    first.putIfAbsent(key, shell);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing ring = polygon.getInteriorRingN(i);
      Outline hole = Objects.requireNonNull(byRing.get(RingKey.of(ring)));
      Polygon inside = factory.createPolygon(ring.reverse());
      boolean named = hole.code() != null ? !hole.code().equals(shell.code()) : labels.within(inside).code() != null;
      if (named) {
        Object own = hole.code() == null ? hole : hole.code();
        parcels.computeIfAbsent(own, any -> new ArrayList<>()).add(inside);
        first.putIfAbsent(own, hole);
      }
    }
  }

  private void add(List<Polygon> parts, Outline outline) {
    int record = records.size() + 1;
    List<Finding> findings = new ArrayList<>();
    Geometry boundary = parts.size() == 1 ? parts.get(0) : factory.createMultiPolygon(parts.toArray(Polygon[]::new));
    Map<String, Object> values = new LinkedHashMap<>(outline.data());
    DxfLabels.Found found = labels.within(boundary);
    found.addTo(values, record, findings);
    int holes = parts.stream().mapToInt(Polygon::getNumInteriorRing).sum();
    if (holes > 0) {
      findings.add(Finding.ofRecord("C9", Severity.WARN, record, new Bilingual(
          "Record %s: %s closed polylines inside it were taken as holes; check that the land in them is others'.",
          "第 %s 条记录：其内 %s 条闭合多段线按洞处理，请核对洞内是否为他人土地。").formatted(record, holes)));
    }
    records.add(new SurveyRecord(record, boundary, values, findings));
  }

  /** A ring by its vertices, from wherever and in whichever direction it is drawn. */
  private record RingKey(List<Coordinate> vertices) {

    static RingKey of(CoordinateSequence ring) {
      return of(new GeometryFactory().createLinearRing(atLeastFour(ring)));
    }

    static RingKey of(LinearRing ring) {
      return new RingKey(List.of(((LinearRing) ring.norm()).getCoordinates()));
    }

    private static CoordinateSequence atLeastFour(CoordinateSequence ring) {
      return ring.size() >= 4 ? ring : new GeometryFactory().getCoordinateSequenceFactory().create(0, 2);
    }
  }
}
