package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.geometry.GeometryFinding.Severity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Rule G1. JTS' validator stops at the first fault; a surveyor wants to mend them all in one go. So once a geometry is
 * known to be invalid its pieces are validated too - every part, ring, pair of rings whose boxes meet - and every
 * crossing of two edges is listed. A fault of the whole that no piece shows is the first one, which is always kept.
 */
final class ValidityFaults {

  private record Sentence(String reason, String message, String messageZh) {}

  private static final Sentence UNKNOWN = new Sentence("INVALID", "The geometry is not valid", "图形无效");
  private static final Map<Integer, Sentence> SENTENCES = new HashMap<>();

  static {
    sentence(TopologyValidationError.SELF_INTERSECTION, "SELF_INTERSECTION",
        "Boundary lines cross or run over each other", "界线相交或重叠");
    sentence(TopologyValidationError.RING_SELF_INTERSECTION, "RING_SELF_TOUCH",
        "A ring touches itself in a way that leaves its inside undefined", "环自相接触，内部范围不确定");
    sentence(TopologyValidationError.DISCONNECTED_INTERIOR, "DISCONNECTED_INTERIOR",
        "Rings touch so that the inside falls apart", "环相接触导致内部不连通");
    sentence(TopologyValidationError.HOLE_OUTSIDE_SHELL, "HOLE_OUTSIDE_SHELL",
        "A hole lies outside its outer ring", "孔洞位于外环之外");
    sentence(TopologyValidationError.NESTED_HOLES, "NESTED_HOLES", "A hole lies inside another hole", "孔洞嵌套在另一孔洞内");
    sentence(TopologyValidationError.NESTED_SHELLS, "NESTED_SHELLS",
        "A part lies inside another part", "一个部分嵌套在另一部分内");
    sentence(TopologyValidationError.DUPLICATE_RINGS, "DUPLICATE_RINGS", "The same ring occurs twice", "同一环重复出现");
    sentence(TopologyValidationError.TOO_FEW_POINTS, "TOO_FEW_POINTS",
        "A ring has fewer than three different points", "环的不同界址点少于三个");
    sentence(TopologyValidationError.RING_NOT_CLOSED, "RING_NOT_CLOSED", "A ring is not closed", "环未闭合");
    sentence(TopologyValidationError.INVALID_COORDINATE, "NOT_FINITE", "A coordinate is not a number", "坐标不是数值");
  }

  private final GeometryFactory factory;
  private final CappedFindings findings;
  private final Set<String> seen = new HashSet<>();

  private ValidityFaults(GeometryFactory factory, int limit) {
    this.factory = factory;
    this.findings = new CappedFindings(limit);
  }

  /** The faults of a geometry with finite coordinates, empty when it is valid. */
  static List<GeometryFinding> find(Geometry geometry, Tolerances tolerances) {
    List<GeometryFinding> found = new ArrayList<>();
    if (!PlainRing.isPlain(geometry) && !geometry.isValid()) {
      ValidityFaults faults = new ValidityFaults(geometry.getFactory(), tolerances.findingsPerRule());
      faults.examine(faults.withoutDuplicates(Polygons.of(geometry)));
      faults.findings.addTo(found);
    }
    return found;
  }

  /** JTS calls a ring drawn twice a self-intersection; it is named for what it is and then left out. */
  private List<Polygon> withoutDuplicates(List<Polygon> parts) {
    Set<Geometry> known = new HashSet<>();
    List<Polygon> distinct = new ArrayList<>();
    for (Polygon part : parts) {
      List<LinearRing> rings = Polygons.rings(part);
      List<LinearRing> kept = new ArrayList<>();
      for (LinearRing ring : rings) {
        if (known.add(factory.createPolygon(ring).norm())) {
          kept.add(ring);
        } else {
          add(TopologyValidationError.DUPLICATE_RINGS, ring.getCoordinateN(0));
        }
      }
      if (!kept.isEmpty() && kept.get(0) == rings.get(0)) {
        distinct.add(polygon(kept));
      }
    }
    return distinct;
  }

  private void examine(List<Polygon> parts) {
    validate(factory.createMultiPolygon(parts.toArray(Polygon[]::new)));
    List<LinearRing> allRings = new ArrayList<>();
    List<Polygon> sound = new ArrayList<>();
    for (Polygon part : parts) {
      List<LinearRing> rings = Polygons.rings(part);
      allRings.addAll(rings);
      sound.add(polygon(examineRings(rings)));
      validate(part);
    }
    for (Coordinate crossing : EdgeCrossings.of(allRings)) {
      add(TopologyValidationError.SELF_INTERSECTION, crossing);
    }
    for (int i = 0; i < sound.size(); i++) {
      for (int j = i + 1; j < sound.size(); j++) {
        if (meet(sound.get(i), sound.get(j))) {
          validate(factory.createMultiPolygon(new Polygon[] {sound.get(i), sound.get(j)}));
        }
      }
    }
  }

  /** The shell with the holes that agree with it, so that a bad hole does not hide what is wrong between two parts. */
  private List<LinearRing> examineRings(List<LinearRing> rings) {
    rings.forEach(ring -> validate(factory.createPolygon(ring)));
    List<LinearRing> sound = new ArrayList<>(rings.subList(0, 1));
    for (LinearRing hole : rings.subList(1, rings.size())) {
      if (validate(polygon(List.of(rings.get(0), hole)))) {
        sound.add(hole);
      }
    }
    for (int i = 1; i < sound.size(); i++) {
      for (int j = i + 1; j < sound.size(); j++) {
        if (meet(sound.get(i), sound.get(j))) {
          validate(polygon(List.of(sound.get(0), sound.get(i), sound.get(j))));
        }
      }
    }
    return sound;
  }

  private Polygon polygon(List<LinearRing> rings) {
    return factory.createPolygon(rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static boolean meet(Geometry one, Geometry other) {
    return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal());
  }

  private boolean validate(Geometry piece) {
    TopologyValidationError error = new IsValidOp(piece).getValidationError();
    if (error != null) {
      add(error.getErrorType(), error.getCoordinate());
    }
    return error == null;
  }

  /** The same fault shows in several pieces, its place computed from either edge: 0.1 mm apart is the same. */
  private void add(int type, Coordinate at) {
    Sentence sentence = SENTENCES.getOrDefault(type, UNKNOWN);
    String key = "%s %d %d".formatted(sentence.reason, Math.round(at.x * 1e4), Math.round(at.y * 1e4));
    if (seen.add(key)) {
      findings.add(GeometryFinding.at(
          "G1", sentence.reason, Severity.BLOCK, at, sentence.message, sentence.messageZh));
    }
  }

  private static void sentence(int type, String reason, String message, String messageZh) {
    SENTENCES.put(type, new Sentence(reason, message, messageZh));
  }
}
