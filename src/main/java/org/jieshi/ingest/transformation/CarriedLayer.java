package org.jieshi.ingest.transformation;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.geometry.LocalTransformation;
import org.jieshi.geometry.PlaneSystem;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.RestatedLayer;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A layer in an older datum, seen in CGCS2000 by a set of local parameters. */
public final class CarriedLayer extends RestatedLayer {

  private final TransformationSet set;
  private final PlaneSystem from;
  private final LocalTransformation transformation;

  private CarriedLayer(
      OpenLayer surveyed, TransformationSet set, PlaneSystem from, LocalTransformation transformation) {
    super(surveyed);
    this.set = set;
    this.from = from;
    this.transformation = transformation;
  }

  /**
   * The plane system that surveys of {@code from} arrive in.
   *
   * @throws FileProblem when the set is for another system, or isn't used any more
   */
  public static LocalTransformation choose(TransformationSet set, PlaneSystem from) throws FileProblem {
    boolean fits = set.method() == Method.PLANE
        ? TransformationSet.code(set.fromCrs()) == from.epsg()
        : from.datum().geographicEpsg() == TransformationSet.code(set.fromCrs());
    if (!fits || from.datum() == Datum.CGCS2000) {
      throw FileFault.CRS_TRANSFORMATION_UNFIT.problem(set.id(), set.name(), set.fromCrs(), "EPSG:" + from.epsg());
    }
    if (set.retiredAt() != null) {
      throw FileFault.CRS_TRANSFORMATION_RETIRED.problem(set.id(), set.name());
    }
    return set.from(from.epsg());
  }

  public static CarriedLayer of(
      OpenLayer surveyed, TransformationSet set, PlaneSystem from, LocalTransformation transformation) {
    return new CarriedLayer(surveyed, set, from, transformation);
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(super.findings());
    findings.add(Finding.ofFile("F3", Severity.INFO, new Bilingual(
        "The boundaries were carried from %1$s into EPSG:%2$s with transformation %3$s (%4$s, %5$s; RMSE %7$s m), which is"
            + " counted in their accuracy.",
        "界线已由%6$s按转换参数 %3$s（%4$s，%5$s，中误差 %7$s 米）转换到 EPSG:%2$s，其误差已计入精度。")
        .formatted(from.label(), transformation.to(), set.id(), set.name(), set.sourceDocument(),
            from.labelZh(), set.rmse())));
    return findings;
  }

  @Override
  protected @Nullable Geometry restate(int record, Geometry boundary, List<Finding> findings) {
    var misfits = CoordinateSystems.checkMagnitudes(boundary.getEnvelopeInternal(), from.epsg());
    if (!misfits.isEmpty()) {
      findings.add(blocked(record, misfits.get(0).message(), misfits.get(0).messageZh()));
      return null;
    }
    try {
      Geometry carried = transformation.apply(boundary);
      Envelope degrees = CoordinateSystems.toDegrees(carried).getEnvelopeInternal();
      if (!set.window().contains(degrees)) {
        findings.add(blocked(record, "it lies outside the area of transformation %s (%s); its parameters don't hold there."
            .formatted(set.id(), set.area()), "位于转换参数 %s 的适用范围（%s）之外，不能使用该参数。".formatted(set.id(), set.area())));
      }
      return carried;
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
