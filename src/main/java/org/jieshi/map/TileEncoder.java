package org.jieshi.map;

import java.util.Arrays;
import java.util.Set;
import org.jieshi.geometry.DrawnShape;
import org.jieshi.geometry.ProtoBytes;
import org.jieshi.geometry.RingList;

/**
 * Things as a Mapbox Vector Tile 2.1 with two layers: the areas under the layer's own name, and under the name with
 * {@code -labels} one point inside each thing whose point lies in this very tile, so that a name is set once however many
 * tiles a thing spans; a label has only the properties that it is written from. Far out, where nothing can be told apart,
 * all that is painted alike is one feature without a number.
 */
final class TileEncoder {

  static final String LABELS = "-labels";
  private static final String ID = "id";
  /** Of a tile where parcels can be told apart, in bytes; names are on the near ones only. */
  private static final int AREAS = 1 << 16;
  private static final int FEW = 512;
  /** Of two layers, in bytes. */
  private static final int HEADS = 128;

  private final TileAddress tile;
  private final Set<String> labelled;
  private final boolean fromDrawnShapes;
  /** Whether things with the same properties are one feature. */
  private final boolean together;
  private final TilePlane plane;
  private final TileRings rings;
  private final RingList shape = new RingList();
  private final DrawnShape.Reader drawnShape = new DrawnShape.Reader();
  private final TileLayerBytes areas;
  private final TileLayerBytes labels;

  private TileEncoder(TileAddress tile, boolean fromDrawnShapes, boolean together) {
    this.tile = tile;
    labelled = tile.layer().labelledAt(tile.z()) ? tile.layer().labelProperties() : Set.of();
    this.fromDrawnShapes = fromDrawnShapes;
    this.together = together;
    plane = fromDrawnShapes ? TilePlane.ofDrawnShapes(tile) : new TileProjection(tile);
    rings = new TileRings(plane, fromDrawnShapes && tile.z() == DrawnShape.ZOOM);
    areas = new TileLayerBytes(tile.layer().id(), AREAS);
    labels = new TileLayerBytes(tile.layer().id() + LABELS, FEW);
  }

  /** For what {@link TileLayer#sqlAt} gives. */
  static TileEncoder of(TileAddress tile) {
    return new TileEncoder(tile, tile.layer().fromDrawnShapes(tile.z()), tile.layer().isFar(tile.z()));
  }

  /** For land as EWKB in CGCS2000 degrees, each thing a feature of its own. */
  static TileEncoder ofLand(TileAddress tile) {
    return new TileEncoder(tile, false, false);
  }

  /**
   * @param land its area: a {@link DrawnShape} or EWKB
   * @param names of what the browser needs to paint it and to ask for more
   * @param values text, whole numbers or doubles; null where there is none
   */
  void add(long id, byte[] land, String[] names, Object[] values) {
    if (together) {
      if (areas.beginTogether(Arrays.asList(values.clone()))) {
        tag(names, values);
      }
      drawn(land);
      return;
    }
    areas.begin();
    if (!drawn(land)) {
      return;
    }
    areas.tag(ID, id);
    tag(names, values);
    areas.endArea(id);
    if (!labelled.isEmpty()) {
      label(id, names, values);
    }
  }

  private void tag(String[] names, Object[] values) {
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null) {
        areas.tag(names[i], values[i]);
      }
    }
  }

  private boolean drawn(byte[] land) {
    return fromDrawnShapes ? drawnShape(land) : drawnLand(land);
  }

  private boolean drawnLand(byte[] ewkb) {
    EwkbRings.read(ewkb, shape);
    return drawn();
  }

  private boolean drawnShape(byte[] bytes) {
    if (!drawnShape.begin(bytes)) {
      return false;
    }
    int left = tile.x() * TileAddress.EXTENT;
    int top = tile.y() * TileAddress.EXTENT;
    if (tile.z() == DrawnShape.ZOOM && drawnShape.within(left - TileAddress.BUFFER, top - TileAddress.BUFFER,
        left + TileAddress.EXTENT + TileAddress.BUFFER, top + TileAddress.EXTENT + TileAddress.BUFFER)) {
      areas.whole(drawnShape, left, top);
      return true;
    }
    drawnShape.readInto(shape);
    return drawn();
  }

  /** Whether anything of the thing is on this tile. */
  private boolean drawn() {
    boolean any = false;
    boolean shell = false;
    for (int ring = 0; ring < shape.rings(); ring++) {
      boolean isShell = shape.isShell(ring);
      if (!isShell && !shell) {
        continue; // a hole in what is not shown
      }
      int count = rings.draw(shape, ring, isShell);
      if (isShell) {
        shell = count > 0;
      }
      if (count > 0) {
        areas.ring(rings.units(), count);
        any = true;
      }
    }
    return any;
  }

  private void label(long id, String[] names, Object[] values) {
    double[] inside = fromDrawnShapes ? new double[] {drawnShape.nameX(), drawnShape.nameY()} : shape.inside();
    double x = plane.x(inside[0]);
    double y = plane.y(inside[1]);
    if (x < 0 || x >= TileAddress.EXTENT || y < 0 || y >= TileAddress.EXTENT) {
      return;
    }
    labels.begin();
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null && labelled.contains(names[i])) {
        labels.tag(names[i], values[i]);
      }
    }
    labels.endPoint(id, (int) Math.rint(x), (int) Math.rint(y));
  }

  /** The tile's bytes; none at all if it shows nothing. */
  byte[] bytes() {
    areas.endTogether();
    ProtoBytes bytes = new ProtoBytes(areas.size() + labels.size() + HEADS);
    areas.writeTo(bytes);
    labels.writeTo(bytes);
    return bytes.toByteArray();
  }
}
