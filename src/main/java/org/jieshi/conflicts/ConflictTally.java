package org.jieshi.conflicts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.NetCover;
import org.jieshi.shared.AreaUnits;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The figures of conflicts, with every square metre once: of each conflict is kept how much of its land lies under none with
 * a smaller id, in all of them, in its class and on its track. A change concerns the conflict itself and those with a greater
 * id that it meets.
 */
final class ConflictTally {

  private final NetCover cover = new NetCover();
  private final Map<Long, Entry> entries = new HashMap<>();

  /** A conflict with its land. @param bounds CGCS2000 degrees */
  record Land(long id, OverlapClass overlapClass, Track track, BigDecimal area, Geometry overlap, FlatLand flat,
      Envelope bounds) {

    Land(long id, OverlapClass overlapClass, Track track, BigDecimal area, Geometry overlap, Envelope bounds) {
      this(id, overlapClass, track, area, overlap, FlatLand.of(overlap), bounds);
    }

    boolean isReal() {
      return overlapClass != OverlapClass.NOISE;
    }
  }

  /**
   * What is kept of a conflict.
   *
   * @param area m², rounded: totals add figures that are rounded already (domain.md §3)
   * @param net m² that lie under no real conflict before it
   * @param netOfClass under none of its class
   * @param netOfTrack under no real one of its track
   */
  private record Entry(OverlapClass overlapClass, Track track, BigDecimal area, double net, double netOfClass,
      double netOfTrack, Envelope bounds) {
  }

  void forgetAll() {
    entries.clear();
  }

  /** Where the conflict was; empty if it was not counted. */
  Optional<Envelope> forget(long id) {
    return Optional.ofNullable(entries.remove(id)).map(Entry::bounds);
  }

  /** @param near every conflict that may lie over one of the counted ones, themselves too */
  void count(List<Land> counted, List<Land> near) {
    HPRtree tree = new HPRtree();
    near.forEach(land -> tree.insert(land.bounds(), land));
    for (Land land : counted) {
      List<Land> earlier = new ArrayList<>();
      for (Object found : tree.query(land.bounds())) {
        if (((Land) found).id() < land.id()) {
          earlier.add((Land) found);
        }
      }
      entries.put(land.id(), entry(land, earlier));
    }
  }

  /** Most land lies under others of its own class and track alone, or under none: then one figure is all three. */
  private Entry entry(Land land, List<Land> earlier) {
    List<Land> ofClass = earlier.stream().filter(other -> other.overlapClass() == land.overlapClass()).toList();
    double netOfClass = outside(land, ofClass);
    double net = 0;
    double netOfTrack = 0;
    if (land.isReal()) {
      List<Land> real = earlier.stream().filter(Land::isReal).toList();
      List<Land> ofTrack = real.stream().filter(other -> other.track() == land.track()).toList();
      net = real.equals(ofClass) ? netOfClass : outside(land, real);
      netOfTrack = ofTrack.equals(real) ? net : ofTrack.equals(ofClass) ? netOfClass : outside(land, ofTrack);
    }
    return new Entry(land.overlapClass(), land.track(), land.area(), net, netOfClass, netOfTrack, land.bounds());
  }

  private double outside(Land land, List<Land> earlier) {
    int plane = land.overlap().getSRID();
    List<FlatLand> others = earlier.stream().map(other -> other.overlap().getSRID() == plane ? other.flat()
        : FlatLand.of(CoordinateSystems.inPlane(other.overlap(), plane))).toList();
    return cover.of(land.flat(), others, null);
  }

  ConflictSummary summary() {
    Sum all = new Sum();
    Map<OverlapClass, Sum> classes = new EnumMap<>(OverlapClass.class);
    Map<Track, Sum> tracks = new EnumMap<>(Track.class);
    for (Entry entry : entries.values()) {
      classes.computeIfAbsent(entry.overlapClass(), key -> new Sum()).add(entry.area(), entry.netOfClass());
      if (entry.overlapClass() != OverlapClass.NOISE) {
        all.add(entry.area(), entry.net());
        tracks.computeIfAbsent(entry.track(), key -> new Sum()).add(entry.area(), entry.netOfTrack());
      }
    }
    ConflictSummary.Part real = all.part();
    return new ConflictSummary(real.count(), real.pairArea(), AreaUnits.hectares(real.pairArea()), real.netArea(),
        AreaUnits.hectares(real.netArea()), parts(classes, OverlapClass.class), parts(tracks, Track.class));
  }

  private static <K extends Enum<K>> Map<K, ConflictSummary.Part> parts(Map<K, Sum> sums, Class<K> keys) {
    Map<K, ConflictSummary.Part> parts = new EnumMap<>(keys);
    sums.forEach((key, sum) -> parts.put(key, sum.part()));
    return parts;
  }

  private static final class Sum {
    private int count;
    private BigDecimal area = BigDecimal.ZERO.setScale(2);
    private double net;

    void add(BigDecimal more, double moreNet) {
      count++;
      area = area.add(more);
      net += moreNet;
    }

    ConflictSummary.Part part() {
      return new ConflictSummary.Part(count, area, AreaUnits.squareMetres(net));
    }
  }
}
