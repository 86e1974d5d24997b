package org.jieshi.map;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;

/**
 * What tiles there are, each with the rows it shows, in the order of drawing. A layer's name in an address is its own in
 * lower case.
 */
enum TileLayer {

  UNITS(8, 11, Set.of("kind", "name"), """
      select id, cast(boundary_4490 as bytea) as shape, kind, code, name, cast(plane_area as float8) as area
        from administrative_unit
       where retired_at is null and bounds && cast(:window as box)
         and greatest(width(bounds), height(bounds)) >= :smallest
      """),

  EVIDENCE(8, 13, Set.of("code", "document"), """
      select u.id, cast(v.boundary_4490 as bytea) as shape, u.code, u.status, v.basis, v.party, v.document,
             cast(v.plane_area as float8) as area
        from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
       where v.current and u.kind = 'EVIDENCE' and v.bounds && cast(:window as box)
         and greatest(width(v.bounds), height(v.bounds)) >= :smallest
      """),

  PARCELS(8, 14, Set.of("code"), """
      select u.id, cast(v.boundary_4490 as bytea) as shape, u.code, u.status, v.party, v.land_use_code as use,
             v.sub_farm, v.village, cast(v.plane_area as float8) as area
        from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
       where v.current and u.kind = 'PARCEL' and v.bounds && cast(:window as box)
         and greatest(width(v.bounds), height(v.bounds)) >= :smallest
      """),

  CERTIFICATES(8, 15, Set.of("number"), """
      select id, cast(boundary_4490 as bytea) as shape, number, parcel, status, cast(area as float8) as area
        from certificate
       where status = 'LIVE' and bounds && cast(:window as box)
         and greatest(width(bounds), height(bounds)) >= :smallest
      """),

  CLAIMS(8, 14, Set.of("code", "party"), """
      select u.id, cast(v.boundary_4490 as bytea) as shape, u.code, u.status, v.basis, v.party, v.village,
             cast(v.plane_area as float8) as area
        from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
       where v.current and u.kind = 'CLAIM' and v.bounds && cast(:window as box)
         and greatest(width(v.bounds), height(v.bounds)) >= :smallest
      """),

  CONFLICTS(8, 21, Set.of(), """
      select id, cast(overlap_4490 as bytea) as shape, overlap_class as class, track, status, case_number, area
        from conflict
       where status <> 'GONE' and bounds && cast(:window as box)
      """);

  private final int coarsest;
  private final int labelled;
  private final Set<String> labelProperties;
  private final String sql;

  TileLayer(int coarsest, int labelled, Set<String> labelProperties, String sql) {
    this.coarsest = coarsest;
    this.labelled = labelled;
    this.labelProperties = labelProperties;
    this.sql = sql;
  }

  static TileLayer named(String name) {
    for (TileLayer layer : values()) {
      if (layer.id().equals(name)) {
        return layer;
      }
    }
    throw Problem.of(ProblemCode.NOT_FOUND, "There is no map layer %s.".formatted(name),
        "没有图层 %s。".formatted(name)).about(name).asException();
  }

  /** Layers named one after the other with commas, in the order of drawing. */
  static Set<TileLayer> allNamed(String names) {
    Set<TileLayer> layers = EnumSet.noneOf(TileLayer.class);
    for (String name : names.split(",", -1)) {
      layers.add(named(name));
    }
    return layers;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the layer can be made out at all at this zoom. */
  boolean shownAt(int z) {
    return z >= coarsest;
  }

  /** Whether there is room for names at this zoom. */
  boolean labelledAt(int z) {
    return z >= labelled;
  }

  /** What a name is made of. */
  Set<String> labelProperties() {
    return labelProperties;
  }

  /**
   * Takes {@code :window}, a box in degrees, and {@code :smallest}, degrees below which a thing is smaller than a pixel;
   * gives {@code id}, {@code shape} as EWKB, and the properties under their names. In no order, which would take a fifth
   * of the search's time: what overlaps is drawn half transparent.
   */
  String sql() {
    return sql;
  }
}
