package org.jieshi.ingest.source;

import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A layer in degrees, longitude first, seen in a plane system. */
final class ProjectedLayer extends RestatedLayer {

  private final int from;
  private final int to;

  ProjectedLayer(OpenLayer degrees, int from, int to) {
    super(degrees);
    this.from = from;
    this.to = to;
  }

  @Override
  protected @Nullable Geometry restate(int record, Geometry boundary, List<Finding> findings) {
    var misfits = CoordinateSystems.checkMagnitudes(boundary.getEnvelopeInternal(), from);
    if (!misfits.isEmpty()) {
      findings.add(blocked(record, misfits.get(0).message(), misfits.get(0).messageZh()));
      return null;
    }
    try {
      return CoordinateSystems.transform(boundary, from, to);
    } catch (GeometryRefusal refusal) {
      findings.add(blocked(record, refusal.getMessage(), refusal.messageZh()));
      return null;
    }
  }

  private static Finding blocked(int record, String en, String zh) {
    return Finding.ofRecord("F3", Severity.BLOCK, record,
        new Bilingual("Record %s: %s".formatted(record, en), "第 %s 条记录：%s".formatted(record, zh)));
  }
}
