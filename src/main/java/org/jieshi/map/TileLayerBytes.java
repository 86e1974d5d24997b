package org.jieshi.map;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jieshi.geometry.DrawnShape;
import org.jieshi.geometry.ProtoBytes;
import org.jieshi.geometry.TileCommands;

/** One layer of a Mapbox Vector Tile 2.1 in the writing; field numbers are those of its specification. */
final class TileLayerBytes {

  private static final int LAYERS = 3;
  private static final int VERSION = 2;
  private static final int POINT = 1;
  private static final int POLYGON = 3;

  private final String name;
  private final ProtoBytes features;
  private final ProtoBytes keys = new ProtoBytes();
  private final ProtoBytes values;
  private final Map<String, Integer> keyPlaces = new HashMap<>();
  private final Map<String, Integer> textPlaces = new HashMap<>(4096);
  private int valueCount;

  private final ProtoBytes feature = new ProtoBytes();
  private final ProtoBytes value = new ProtoBytes();
  private final Open single = new Open();
  private final Map<Object, Open> together = new LinkedHashMap<>();
  /** What tags and rings are added to. */
  private Open open = single;

  /** A feature that is not ended. */
  private static final class Open {
    private final ProtoBytes tags = new ProtoBytes();
    private final ProtoBytes geometry = new ProtoBytes();
    private int x;
    private int y;

    private void step(int toX, int toY) {
      geometry.signed(toX - x);
      geometry.signed(toY - y);
      x = toX;
      y = toY;
    }
  }

  /** @param expected how many bytes its features will take, about; for more, room is made */
  TileLayerBytes(String name, int expected) {
    this.name = name;
    features = new ProtoBytes(expected);
    values = new ProtoBytes(expected / 2);
  }

  /** Begins a feature; what is added goes to it until {@link #endPoint} or {@link #endArea}. */
  void begin() {
    open = single;
    open.tags.clear();
    open.geometry.clear();
    open.x = 0;
    open.y = 0;
  }

  /**
   * Goes on with the feature of everything that has this in common, which is ended by {@link #endTogether}.
   *
   * @return whether it is a new one, which needs its tags
   */
  boolean beginTogether(Object common) {
    Open known = together.get(common);
    open = known == null ? new Open() : known;
    return together.putIfAbsent(common, open) == null;
  }

  /**
   * Text is written once for all features that share it; numbers hardly ever repeat.
   *
   * @param property text, a whole number or a double
   */
  void tag(String key, Object property) {
    Integer place = keyPlaces.get(key);
    open.tags.varint(place != null ? place : writeKey(key));
    Integer known = property instanceof String text ? textPlaces.get(text) : null;
    open.tags.varint(known != null ? known : writeValue(property));
  }

  private int writeKey(String key) {
    keys.text(3, key);
    keyPlaces.put(key, keyPlaces.size());
    return keyPlaces.size() - 1;
  }

  private int writeValue(Object property) {
    value.clear();
    if (property instanceof String text) {
      value.text(1, text);
      textPlaces.put(text, valueCount);
    } else if (property instanceof Double decimal) {
      value.decimal(3, decimal);
    } else {
      value.number(4, ((Number) property).longValue());
    }
    values.nested(4, value);
    return valueCount++;
  }

  /** @param units x and y in turn, the first position not repeated; @param count of numbers in it */
  void ring(int[] units, int count) {
    open.geometry.varint(TileCommands.MOVE_TO_ONE);
    open.step(units[0], units[1]);
    open.geometry.varint(TileCommands.lineTo(count / 2 - 1));
    for (int i = 2; i < count; i += 2) {
      open.step(units[i], units[i + 1]);
    }
    open.geometry.varint(TileCommands.CLOSE_PATH);
  }

  /** All of a shape, whose commands are written as they stand. @param left, top of the tile, in the shape's units */
  void whole(DrawnShape.Reader shape, int left, int top) {
    shape.writeTo(open.geometry, left, top);
  }

  void endArea(long id) {
    feature.clear();
    feature.number(1, id);
    end(open, POLYGON);
  }

  /** Ends what has something in common. */
  void endTogether() {
    for (Open each : together.values()) {
      if (each.geometry.length() > 0) {
        feature.clear();
        end(each, POLYGON);
      }
    }
    together.clear();
  }

  void endPoint(long id, int atX, int atY) {
    open.geometry.varint(TileCommands.MOVE_TO_ONE);
    open.step(atX, atY);
    feature.clear();
    feature.number(1, id);
    end(open, POINT);
  }

  private void end(Open each, int kind) {
    feature.nested(2, each.tags);
    feature.number(3, kind);
    feature.nested(4, each.geometry);
    features.nested(2, feature);
  }

  /** Writes the layer into a tile, unless nothing is on it. */
  void writeTo(ProtoBytes tile) {
    if (features.length() == 0) {
      return;
    }
    ProtoBytes head = new ProtoBytes();
    head.number(15, VERSION);
    head.text(1, name);
    head.number(5, TileAddress.EXTENT);
    tile.nested(LAYERS, head.length() + size());
    tile.append(head);
    tile.append(features);
    tile.append(keys);
    tile.append(values);
  }

  /** About how many bytes {@link #writeTo} adds. */
  int size() {
    return features.length() + keys.length() + values.length();
  }
}
