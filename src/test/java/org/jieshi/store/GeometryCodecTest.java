package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import net.postgis.jdbc.jts.JtsBinaryWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class GeometryCodecTest {

  private static final GeometryFactory PLANE = new GeometryFactory(new PrecisionModel(), 4524);

  static Geometry geometry(String wkt) {
    try {
      return new WKTReader(PLANE).read(wkt);
    } catch (ParseException e) {
      throw new AssertionError(wkt, e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "POINT (36512345.12345679 2478901.987654321)",
      "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2)), ((20 0, 30 0, 30 10, 20 10, 20 0)))",
      "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
      "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
      "POLYGON EMPTY", "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"})
  void whatIsWrittenIsReadBackTheSame(String wkt) {
    Geometry written = geometry(wkt);

    Geometry read = GeometryCodec.read(GeometryCodec.write(written));

    assertThat(read.getGeometryType()).isEqualTo(written.getGeometryType());
    assertThat(read.toText()).isEqualTo(written.toText());
    assertThat(read.equalsExact(written)).isTrue();
    assertThat(read.getSRID()).isEqualTo(4524);
  }

  /** Polygons go a way of their own, to the bytes that JTS' writer gives, and PostGIS with it. */
  @ParameterizedTest
  @ValueSource(strings = {
      "POLYGON ((0.1 0, 10 0, 10 10, 0 10, 0.1 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2)), ((20 0, 30 0, 30 10, 20 10, 20 0)))",
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), EMPTY)",
      "POLYGON EMPTY", "MULTIPOLYGON EMPTY"})
  void polygonsAreWrittenAsJtsWritesThem(String wkt) {
    assertThat(GeometryCodec.write(geometry(wkt)))
        .isEqualTo(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(geometry(wkt)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POLYGON ((0 0, 10 0, 10 10, 0 0))", "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 0)))"})
  void aPolygonCutAnywhereIsRefused(String wkt) {
    byte[] whole = GeometryCodec.write(geometry(wkt));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> GeometryCodec.read(cut)).as("%s bytes", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void coordinatesPassBitByBit() {
    double x = 36512345.1 + Math.ulp(36512345.1);
    Geometry point = PLANE.createPoint(new Coordinate(x, -0.0));

    Coordinate read = GeometryCodec.read(GeometryCodec.write(point)).getCoordinate();

    assertThat(Double.doubleToRawLongBits(read.x)).isEqualTo(Double.doubleToRawLongBits(x));
    assertThat(Double.doubleToRawLongBits(read.y)).isEqualTo(Double.doubleToRawLongBits(-0.0));
  }

  @Test
  void whatIsComputedFromAReadGeometryKeepsItsSystem() {
    Geometry read = GeometryCodec.read(GeometryCodec.write(geometry("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))")));

    assertThat(read.buffer(1).getSRID()).isEqualTo(4524);
    assertThat(read.getBoundary().getSRID()).isEqualTo(4524);
  }

  @Test
  void heightsAreLeftOut() {
    Geometry flat = GeometryCodec.read(GeometryCodec.write(geometry("LINESTRING Z (0 0 7, 1 1 8)")));

    assertThat(flat.toText()).isEqualTo("LINESTRING (0 0, 1 1)");
  }

  @Test
  void aGeometryOfNoSystemIsRefused() {
    Geometry nowhere = geometry("POINT (1 2)");
    nowhere.setSRID(0);

    assertThatThrownBy(() -> GeometryCodec.write(nowhere)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without SRID");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aCoordinateThatIsNoNumberIsRefused(double y) {
    Geometry line = PLANE.createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(1, y)});

    assertThatThrownBy(() -> GeometryCodec.write(line)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a position on Earth: 1.0 " + y);
  }

  @Test
  void aCutValueIsRefused() {
    byte[] whole = GeometryCodec.write(geometry("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);

    assertThatThrownBy(() -> GeometryCodec.read(cut)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stored geometry is cut short: " + cut.length + " bytes");
  }

  @Test
  void anOpenRingIsRefusedAndNotClosed() {
    byte[] ring = GeometryCodec.write(geometry("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"));
    ring[ring.length - 1] = 0x40;

    assertThatThrownBy(() -> GeometryCodec.read(ring)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POINT EMPTY", "MULTIPOINT ((1 1), EMPTY)"})
  void anEmptyPointIsRefused(String wkt) {
    assertThatThrownBy(() -> GeometryCodec.write(geometry(wkt))).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an empty point can't be stored");
  }

  /** Why the writer is JTS's. If this fails, postgis-jdbc has one that serves. */
  @Test
  void theWriterOfPostgisJdbcStillFailsOnAnEmptyPolygon() {
    assertThatThrownBy(() -> new JtsBinaryWriter().writeBinary(geometry("POLYGON EMPTY")))
        .isInstanceOf(ClassCastException.class);

    assertThat(HexFormat.of().formatHex(GeometryCodec.write(geometry("POLYGON EMPTY"))))
        .isEqualTo("0103000020ac11000000000000");
  }
}
