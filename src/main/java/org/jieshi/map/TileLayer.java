package org.jieshi.map;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jieshi.geometry.DrawnShape;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

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

  EVIDENCE(8, 13, Set.of("code", "document"), UnitKind.EVIDENCE, "basis", "party, document"),

  PARCELS(8, 14, Set.of("code"), UnitKind.PARCEL, "status", "party, land_use_code as use, sub_farm, village"),

  CERTIFICATES(8, 15, Set.of("number"), """
      select id, cast(boundary_4490 as bytea) as shape, number, parcel, status, cast(area as float8) as area
        from certificate
       where status = 'LIVE' and bounds && cast(:window as box)
         and greatest(width(bounds), height(bounds)) >= :smallest
      """, null, """
      select id, cast(boundary_4490 as bytea) as shape
        from certificate
       where status = 'LIVE' and bounds && cast(:window as box)
         and greatest(width(bounds), height(bounds)) >= :smallest
      """),

  CLAIMS(8, 14, Set.of("code", "party"), UnitKind.CLAIM, "basis", "party, village"),

  CONFLICTS(8, 21, Set.of(), """
      select id, cast(overlap_4490 as bytea) as shape, overlap_class as class, track, status, case_number, area
        from conflict
       where status <> 'GONE' and bounds && cast(:window as box)
      """, null, """
      select id, cast(overlap_4490 as bytea) as shape, overlap_class as class, track
        from conflict
       where status <> 'GONE' and bounds && cast(:window as box)
      """);

  /** Up to this zoom a parcel is a few pixels: tiles say what land is painted by and nothing else. */
  private static final int FAR = 11;

  private final int coarsest;
  private final int labelled;
  private final Set<String> labelProperties;
  private final String sql;
  private final @Nullable String drawnSql;
  private final @Nullable String farSql;

  TileLayer(int coarsest, int labelled, Set<String> labelProperties, String sql) {
    this(coarsest, labelled, labelProperties, sql, null, null);
  }

  /**
   * Spatial units in force: far out by the shapes made ready for the map, near by the land itself.
   *
   * @param paintedBy the property that says how a unit is painted
   */
  TileLayer(int coarsest, int labelled, Set<String> labelProperties, UnitKind kind, String paintedBy, String properties) {
    this(coarsest, labelled, labelProperties,
        units(kind, all(paintedBy, properties), """
            (select cast(v.boundary_4490 as bytea) from spatial_unit_version v where v.unit_id = d.unit_id and v.current)"""),
        units(kind, all(paintedBy, properties), "shape"), units(kind, paintedBy, "shape"));
  }

  TileLayer(int coarsest, int labelled, Set<String> labelProperties, String sql, @Nullable String drawnSql,
      @Nullable String farSql) {
    this.coarsest = coarsest;
    this.labelled = labelled;
    this.labelProperties = labelProperties;
    this.sql = sql;
    this.drawnSql = drawnSql;
    this.farSql = farSql;
  }

  private static String all(String paintedBy, String properties) {
    return "code, status, " + (paintedBy.equals("status") ? "" : paintedBy + ", ") + properties + ", area";
  }

  private static String units(UnitKind kind, String properties, String shape) {
    return """
        select unit_id as id, %s as shape, %s
          from drawn_unit d
         where kind = '%s' and bounds && cast(:window as box)
           and greatest(width(bounds), height(bounds)) >= :smallest
        """.formatted(shape, properties, kind);
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

  /** Which rows of {@link #sqlAt} lie in {@code :district}; the boundaries of towns and villages are everybody's. */
  String inDistrict() {
    return switch (this) {
      case UNITS -> "cast(:district as text) is not null";
      case CERTIFICATES -> "unit_in_district((select c.unit_id from certificate c where c.id = land.id), :district)";
      case CONFLICTS -> "conflict_in_district(land.id, :district)";
      case PARCELS, CLAIMS, EVIDENCE -> "unit_in_district(land.id, :district)";
    };
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

  /** The farthest zoom at which it can be made out. */
  int coarsest() {
    return coarsest;
  }

  /** The farthest zoom at which it has names; beyond the deepest: never. */
  int labelled() {
    return labelled;
  }

  /** What a name is made of. */
  Set<String> labelProperties() {
    return labelProperties;
  }

  /**
   * Takes {@code :window}, a box in degrees, and {@code :smallest}, degrees below which a thing is smaller than a pixel;
   * gives {@code id}, {@code shape}, and the properties under their names. In no order, which would take a fifth
   * of the search's time: what overlaps is drawn half transparent.
   */
  String sqlAt(int z) {
    if (isFar(z)) {
      return Objects.requireNonNull(farSql);
    }
    return fromDrawnShapes(z) ? drawnSql : sql;
  }

  /** Whether things are too small to be told apart, let alone pointed at: what is painted alike is one feature. */
  boolean isFar(int z) {
    return farSql != null && z <= FAR;
  }

  /** Whether shapes are {@link DrawnShape}s at this zoom; else they are EWKB. */
  boolean fromDrawnShapes(int z) {
    return drawnSql != null && z <= DrawnShape.ZOOM;
  }
}
