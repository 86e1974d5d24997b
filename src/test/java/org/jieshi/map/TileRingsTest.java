package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jieshi.geometry.RingList;
import org.jieshi.store.GeometryCodec;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TileRingsTest {

  /** A tile over the farm. */
  private static final TileAddress TILE = new TileAddress(TileLayer.PARCELS, 14, 13165, 7144);
  private static final TileProjection UNITS = new TileProjection(TILE);

  @Test
  void whatLiesInsideIsKeptToTheUnit() {
    List<Polygon> shown = shown(inUnits("POLYGON ((100 100, 900 100, 900 700, 100 700, 100 100))"));

    assertThat(shown).singleElement().satisfies(polygon ->
        assertThat(polygon.norm()).isEqualTo(wkt("POLYGON ((100 100, 900 100, 900 700, 100 700, 100 100))").norm()));
  }

  @Test
  void whatReachesOverTheEdgeIsCutAtTheBuffer() {
    List<Polygon> shown = shown(inUnits("POLYGON ((-900 1000, 500 1000, 500 2000, -900 2000, -900 1000))"));

    assertThat(shown).singleElement().satisfies(polygon -> assertThat(polygon.norm())
        .isEqualTo(wkt("POLYGON ((-128 1000, 500 1000, 500 2000, -128 2000, -128 1000))").norm()));
  }

  @Test
  void whatCoversTheTileCoversItWithItsBuffer() {
    List<Polygon> shown = shown(inUnits("POLYGON ((-9000 -9000, 9000 -9000, 9000 9000, -9000 9000, -9000 -9000))"));

    assertThat(shown).singleElement().satisfies(polygon ->
        assertThat(polygon.getArea()).isEqualTo((4096.0 + 256) * (4096 + 256)));
  }

  @Test
  void holesStayHoles() {
    List<Polygon> shown = shown(inUnits(
        "POLYGON ((100 100, 900 100, 900 700, 100 700, 100 100), (300 300, 300 500, 500 500, 500 300, 300 300))"));

    assertThat(shown).singleElement().satisfies(polygon ->
        assertThat(polygon.getArea()).isEqualTo(800.0 * 600 - 200 * 200));
  }

  @Test
  void whatLiesOutsideOrCannotBeSeenIsLeftOut() {
    assertThat(shown(inUnits("POLYGON ((9000 9000, 9500 9000, 9500 9500, 9000 9000))"))).isEmpty();
    assertThat(shown(inUnits("POLYGON ((100 100, 101 100, 101 101, 100 100))"))).isEmpty();
  }

  @Test
  void eachPartOfAMultipartParcelIsShown() {
    assertThat(shown(inUnits(
        "MULTIPOLYGON (((0 0, 500 0, 500 500, 0 0)), ((2000 2000, 2500 2000, 2500 2500, 2000 2000)))"))).hasSize(2);
  }

  @Test
  void thinningMovesNoBoundaryByMoreThanAQuarterOfAPixel() {
    Geometry wavy = wavyCircle(2000, 3000);

    Polygon shown = shown(toDegrees(wavy)).get(0);

    assertThat(shown.getNumPoints()).isLessThan(wavy.getNumPoints() / 2);
    for (Coordinate original : wavy.getCoordinates()) {
      assertThat(shown.getExteriorRing().distance(new GeometryFactory().createPoint(original))).isLessThan(2 + 0.75);
    }
  }

  /** What is drawn, as polygons in units. */
  private static List<Polygon> shown(Geometry degrees) {
    degrees.setSRID(4490);
    RingList shape = new RingList();
    EwkbRings.read(GeometryCodec.write(degrees), shape);
    TileRings rings = new TileRings(UNITS, false);
    GeometryFactory factory = new GeometryFactory();
    List<Polygon> polygons = new ArrayList<>();
    for (int ring = 0; ring < shape.rings(); ring++) {
      int count = rings.draw(shape, ring, shape.isShell(ring));
      if (count == 0) {
        continue;
      }
      Coordinate[] closed = new Coordinate[count / 2 + 1];
      for (int i = 0; i < count; i += 2) {
        closed[i / 2] = new Coordinate(rings.units()[i], rings.units()[i + 1]);
      }
      closed[count / 2] = closed[0];
      if (shape.isShell(ring)) {
        polygons.add(factory.createPolygon(closed));
      } else {
        Polygon shell = polygons.remove(polygons.size() - 1);
        polygons.add(factory.createPolygon(shell.getExteriorRing(), new LinearRing[] {factory.createLinearRing(closed)}));
      }
    }
    return polygons;
  }

  private static Geometry wavyCircle(int points, double size) {
    Random random = new Random(1987);
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      double radius = size / 2 + random.nextDouble() * 3;
      ring[i] = new Coordinate(2048 + radius * Math.cos(angle), 2048 + radius * Math.sin(angle));
    }
    ring[points] = ring[0];
    return new GeometryFactory().createPolygon(ring);
  }

  private static Geometry inUnits(String wkt) {
    return toDegrees(wkt(wkt));
  }

  /** The inverse of the tile's projection. */
  private static Geometry toDegrees(Geometry units) {
    Geometry degrees = units.copy();
    degrees.apply((Coordinate c) -> {
      double world = (1 << TILE.z()) * 4096.0;
      double x = (c.x + TILE.x() * 4096.0) / world;
      double y = (c.y + TILE.y() * 4096.0) / world;
      c.x = x * 360 - 180;
      c.y = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
    });
    degrees.geometryChanged();
    assertThat(UNITS.x(degrees.getCoordinate().x)).isCloseTo(units.getCoordinate().x,
        within(1e-4));
    return degrees;
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
