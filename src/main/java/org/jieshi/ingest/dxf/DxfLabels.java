package org.jieshi.ingest.dxf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** The texts of a drawing by where they stand. */
final class DxfLabels {

  private static final Pattern PARCEL_CODE = Pattern.compile("\\d{12}[A-Z]{2}\\d{5}");
  private static final String LABELS = "注记";

  private final STRtree index = new STRtree();
  private final boolean none;

  DxfLabels(List<DxfLabel> labels) {
    labels.stream().filter(DxfLabel::isAboutLand).forEach(label -> index.insert(new Envelope(label.place()), label));
    this.none = index.isEmpty();
  }

  /** What stands inside a boundary. */
  record Found(List<String> codes, List<String> others) {

    /** The parcel's code when exactly one stands there. */
    @Nullable String code() {
      return codes.size() == 1 ? codes.get(0) : null;
    }

    void addTo(Map<String, Object> values, int record, List<Finding> findings) {
      if (!values.containsKey(DxfData.CODE) && code() != null) {
        values.put(DxfData.CODE, code());
      } else if (!values.containsKey(DxfData.CODE) && codes.size() > 1) {
        findings.add(Finding.ofRecord("L1", Severity.WARN, record, new Bilingual(
            "Record %s: %s parcel codes stand inside its boundary (%s), so none was taken.",
            "第 %s 条记录：界线内有 %s 个宗地代码（%s），均未采用。").formatted(record, codes.size(), String.join(", ", codes))));
      }
      if (!others.isEmpty()) {
        values.put(LABELS, String.join(" | ", others));
      }
    }
  }

  Found within(Geometry boundary) {
    List<String> codes = new ArrayList<>();
    List<String> others = new ArrayList<>();
    if (!none) {
      IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(boundary);
      for (Object candidate : index.query(boundary.getEnvelopeInternal())) {
        DxfLabel label = (DxfLabel) candidate;
        if (locator.locate(label.place()) == Location.INTERIOR) {
          (PARCEL_CODE.matcher(label.text()).matches() ? codes : others).add(label.text());
        }
      }
    }
    others.sort(null);
    return new Found(codes.stream().distinct().sorted().toList(), others);
  }
}
