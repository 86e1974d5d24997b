package org.jieshi.ingest.dxf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.SurveyRecord;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** Polylines that we wrote: each says its parcel, its part and whether it is a hole. */
final class DxfOwnParcels {

  private final List<DxfPolyline> lines;
  private final DxfLabels labels;
  private final int srid;

  DxfOwnParcels(List<DxfPolyline> lines, DxfLabels labels, int srid) {
    this.lines = lines;
    this.labels = labels;
    this.srid = srid;
  }

  /** Adds their parcels to the records and answers the other polylines. */
  List<DxfPolyline> takeFrom(List<SurveyRecord> records) {
    Map<String, Map<String, List<CoordinateSequence>>> parcels = new LinkedHashMap<>();
    Map<String, Map<String, Object>> values = new LinkedHashMap<>();
    List<DxfPolyline> others = new ArrayList<>();
    for (DxfPolyline line : lines) {
      String outer = DxfData.part(line.data(), DxfData.OUTER);
      String inner = DxfData.part(line.data(), DxfData.INNER);
      String part = outer != null ? outer : inner;
      if (part == null || line.arc() != null || !line.isFlat() || line.isMirrored()) {
        others.add(line);
        continue;
      }
      String parcel = part.replaceFirst("/.*", "");
      List<CoordinateSequence> rings = parcels.computeIfAbsent(parcel, any -> new LinkedHashMap<>())
          .computeIfAbsent(part, any -> new ArrayList<>());
      rings.add(outer != null ? 0 : rings.size(), line.ring().ring());
      values.computeIfAbsent(parcel, any -> new LinkedHashMap<>()).putAll(DxfData.of(line.data()));
    }
    parcels.forEach((parcel, parts) -> records.add(record(records.size() + 1, parts, values.get(parcel))));
    return others;
  }

  private SurveyRecord record(int number, Map<String, List<CoordinateSequence>> parts, Map<String, Object> values) {
    List<Finding> findings = new ArrayList<>();
    Geometry boundary = RecordShapes.ofParts(number, List.copyOf(parts.values()), srid, findings);
    if (boundary != null && !values.containsKey(DxfData.CODE)) {
      labels.within(boundary).addTo(values, number, findings);
    }
    return new SurveyRecord(number, boundary, values, findings);
  }
}
