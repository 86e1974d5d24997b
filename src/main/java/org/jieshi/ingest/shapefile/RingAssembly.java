package org.jieshi.ingest.shapefile;

import java.util.List;
import org.jieshi.geometry.GeometryFinding;
import org.jieshi.geometry.Rings;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** Makes a polygon of the rings of a record, nested by topology, or tells the ring that stands in the way. */
final class RingAssembly {

  private RingAssembly() {}

  /** @return null when a ring can't be used: land isn't guessed from what is left of it */
  static @Nullable Geometry assemble(int record, List<CoordinateSequence> rings, int srid, List<Finding> findings) {
    Rings.Assembly assembly = Rings.polygonsFromRings(rings, srid);
    boolean whole = true;
    for (GeometryFinding found : assembly.findings()) {
      whole &= found.severity() != GeometryFinding.Severity.BLOCK;
      Bilingual sentence = new Bilingual("Record %s: %s".formatted(record, found.message()),
          "第 %s 条记录：%s".formatted(record, found.messageZh()));
      findings.add(Finding.ofRecord(found.rule(), Severity.valueOf(found.severity().name()), record, sentence)
          .at(found.at()));
    }
    return whole ? assembly.geometry() : null;
  }
}
