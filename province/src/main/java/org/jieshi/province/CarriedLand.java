package org.jieshi.province;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.jieshi.conflicts.TileScan;
import org.jieshi.conflicts.TileScan.Land;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A version in force on its way to a tile: a class and no record, which Spark's Kryo can't fill. */
final class CarriedLand implements Serializable {

  /** Of {@code spatial_unit u} and its version {@code v} in force. */
  static final String QUERY = """
      (select u.id, u.kind, u.code, v.version, u.status = 'CERTIFIED' as certified, cast(v.boundary as bytea) as boundary,
              v.accuracy, v.party, v.basis, v.document, (v.bounds[1])[0] as west, (v.bounds[1])[1] as south,
              (v.bounds[0])[0] as east, (v.bounds[0])[1] as north
         from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current) land""";

  private static final GeometryFactory FRAMES = new GeometryFactory();

  private final String register;
  private final long id;
  private final String kind;
  private final String code;
  private final int version;
  private final boolean certified;
  private final byte[] boundary;
  private final @Nullable Double accuracy;
  private final @Nullable String party;
  private final @Nullable String basis;
  private final @Nullable String document;
  private final double west;
  private final double south;
  private final double east;
  private final double north;

  CarriedLand(String register, Row row) {
    this.register = register;
    this.id = row.getAs("id");
    this.kind = row.getAs("kind");
    this.code = row.getAs("code");
    this.version = row.getAs("version");
    this.certified = row.getAs("certified");
    this.boundary = row.getAs("boundary");
    this.accuracy = row.getAs("accuracy");
    this.party = row.getAs("party");
    this.basis = row.getAs("basis");
    this.document = row.getAs("document");
    this.west = row.getAs("west");
    this.south = row.getAs("south");
    this.east = row.getAs("east");
    this.north = row.getAs("north");
  }

  Box bounds() {
    return new Box(west, south, east, north);
  }

  /** What Sedona finds its tiles by; carries the land. */
  Geometry frame() {
    Geometry frame = FRAMES.toGeometry(TileScan.reach(bounds()));
    frame.setUserData(this);
    return frame;
  }

  Land land() {
    return new Land(register, new UnitRef(id, UnitKind.valueOf(kind), code, version), GeometryCodec.read(boundary),
        accuracy, UnitFacts.NONE.withParty(party, basis, document), certified, bounds());
  }
}
