package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.RestatedLayer;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer that was written north before east, seen the right way round. Only where the surveyor said so: that axes look
 * swapped is found by itself (rule F3), but the remedy is a person's decision. Rings keep their roles; they run the other
 * way round in the mirror, so each is turned as well.
 */
final class SwappedLayer extends RestatedLayer {

  private static final Bilingual TOLD = new Bilingual(
      "East and north were exchanged in every coordinate, as you said; check the place on the map.",
      "已按您的确认将所有坐标的东、北互换，请在地图上核对位置。");

  SwappedLayer(OpenLayer written) {
    super(written);
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(super.findings());
    findings.add(Finding.ofFile("F3", Severity.WARN, TOLD));
    return findings;
  }

  @Override
  protected Geometry restate(int record, Geometry boundary, List<Finding> findings) {
    Geometry copy = boundary.copy();
    copy.apply(new Exchange());
    copy.geometryChanged();
    Geometry turned = copy.reverse();
    turned.setSRID(boundary.getSRID());
    return turned;
  }

  private static final class Exchange implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      double north = sequence.getX(i);
      sequence.setOrdinate(i, 0, sequence.getY(i));
      sequence.setOrdinate(i, 1, north);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
