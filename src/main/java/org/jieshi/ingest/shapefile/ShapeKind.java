package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieshi.ingest.source.SurveyLayer;

/** The shape types of the specification, by what they are in words. */
enum ShapeKind {
  NULL("shapes without geometry", "无几何图形的记录"),
  POLYGON("polygons", "面"),
  POINT("points", "点"),
  LINE("lines", "线"),
  SURFACE("three-dimensional surfaces (MultiPatch)", "三维表面（MultiPatch）"),
  UNKNOWN("shapes of an unknown type", "未知类型的图形");

  private final String en;
  private final String zh;

  ShapeKind(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  static ShapeKind of(int type) {
    return switch (type) {
      case 0 -> NULL;
      case 1, 11, 21, 8, 18, 28 -> POINT;
      case 3, 13, 23 -> LINE;
      case 5, 15, 25 -> POLYGON;
      case 31 -> SURFACE;
      default -> UNKNOWN;
    };
  }

  /** The kind in the head of a {@code .shp}; unknown when it isn't one, which is told when it is opened. */
  static ShapeKind ofFile(Path shp) {
    try (InputStream in = Files.newInputStream(shp)) {
      byte[] head = in.readNBytes(36);
      boolean shapefile = head.length == 36 && ByteBuffer.wrap(head).getInt(0) == ShpFile.MAGIC;
      return shapefile ? of(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(32)) : UNKNOWN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SurveyLayer.Kind layerKind() {
    return switch (this) {
      case POLYGON, NULL -> SurveyLayer.Kind.POLYGONS;
      case POINT -> SurveyLayer.Kind.POINTS;
      case LINE -> SurveyLayer.Kind.LINES;
      case SURFACE, UNKNOWN -> SurveyLayer.Kind.OTHER;
    };
  }

  /** A layer of type 0 holds nothing but null shapes; each of them is told by its record. */
  boolean readable() {
    return this == POLYGON || this == NULL;
  }

  String en() {
    return en;
  }

  String zh() {
    return zh;
  }
}
