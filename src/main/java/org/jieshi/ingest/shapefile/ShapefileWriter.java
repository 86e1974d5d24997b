package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jieshi.geometry.EsriDefinition;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputShapes;
import org.jieshi.ingest.source.SurveyRecord;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A shapefile of polygons, points or lines with its index, {@code .prj} and {@code .cpg}, as ArcGIS and QGIS open it. Outer
 * rings run clockwise; each ring begins where it was drawn from.
 */
public final class ShapefileWriter implements LayerWriter {

  private static final int HEADER = 100;
  private static final int MAGIC = 9994;
  private static final int POINT = 1;
  private static final int LINES = 3;
  private static final int POLYGON = 5;

  private final Path directory;
  private final OutputLayer layer;
  private final int type;
  private final OutputStream shp;
  private final OutputStream shx;
  private final DbfWriter dbf;
  private final Envelope bounds = new Envelope();
  private long words = HEADER / 2;
  private int records;

  /** @param directory where the files are put, named by the layer */
  public ShapefileWriter(Path directory, OutputLayer layer) throws IOException {
    this.directory = directory;
    this.layer = layer;
    this.type = switch (layer.kind()) {
      case POINTS -> POINT;
      case LINES -> LINES;
      default -> POLYGON;
    };
    this.shp = stream("shp");
    this.shx = stream("shx");
    this.dbf = new DbfWriter(path("dbf"), path("rows"), layer);
    shp.write(new byte[HEADER]);
    shx.write(new byte[HEADER]);
  }

  /** The files it consists of, once it is closed. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String extension : List.of("shp", "shx", "dbf", "prj", "cpg", "fields.csv")) {
      if (Files.exists(path(extension))) {
        files.add(path(extension));
      }
    }
    return files;
  }

  private Path path(String extension) {
    return directory.resolve(layer.name() + "." + extension);
  }

  private OutputStream stream(String extension) throws IOException {
    return new java.io.BufferedOutputStream(Files.newOutputStream(path(extension)), 1 << 16);
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    Geometry shape = Objects.requireNonNull(record.boundary());
    bounds.expandToInclude(shape.getEnvelopeInternal());
    ByteBuffer content = switch (type) {
      case POINT -> point(shape.getCoordinate());
      case LINES -> parts(lines(shape), shape.getEnvelopeInternal());
      default -> parts(rings(OutputShapes.parts(record)), shape.getEnvelopeInternal());
    };
    records++;
    byte[] head = ByteBuffer.allocate(8).putInt(records).putInt(content.capacity() / 2).array();
    shp.write(head);
    shp.write(content.array());
    shx.write(ByteBuffer.allocate(8).putInt((int) words).putInt(content.capacity() / 2).array());
    words += (8 + content.capacity()) / 2;
    dbf.write(record);
  }

  /** The direction is what tells a hole from an outer ring in this format, however the boundary was stored. */
  private static CoordinateSequence directed(LinearRing ring, boolean clockwise) {
    boolean runsClockwise = Area.ofRingSigned(ring.getCoordinateSequence()) > 0;
    return (runsClockwise == clockwise ? ring : ring.reverse()).getCoordinateSequence();
  }

  private static ByteBuffer point(Coordinate place) {
    return ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(POINT).putDouble(place.x).putDouble(place.y);
  }

  private static List<CoordinateSequence> lines(Geometry shape) {
    List<CoordinateSequence> lines = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      lines.add(((LineString) shape.getGeometryN(i)).getCoordinateSequence());
    }
    return lines;
  }

  private static List<CoordinateSequence> rings(List<Polygon> parts) {
    List<CoordinateSequence> rings = new ArrayList<>();
    for (Polygon part : parts) {
      rings.add(directed(part.getExteriorRing(), true));
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        rings.add(directed(part.getInteriorRingN(i), false));
      }
    }
    return rings;
  }

  /** Polygons and lines are laid out alike. */
  private ByteBuffer parts(List<CoordinateSequence> parts, Envelope box) {
    int points = parts.stream().mapToInt(CoordinateSequence::size).sum();
    ByteBuffer content = ByteBuffer.allocate(44 + 4 * parts.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(type).putDouble(box.getMinX()).putDouble(box.getMinY()).putDouble(box.getMaxX())
        .putDouble(box.getMaxY()).putInt(parts.size()).putInt(points);
    int first = 0;
    for (CoordinateSequence part : parts) {
      content.putInt(first);
      first += part.size();
    }
    for (CoordinateSequence part : parts) {
      for (int i = 0; i < part.size(); i++) {
        content.putDouble(part.getX(i)).putDouble(part.getY(i));
      }
    }
    return content;
  }

  @Override
  public void close() throws IOException {
    shp.close();
    shx.close();
    dbf.close();
    header("shp", words);
    header("shx", HEADER / 2 + 4L * records);
    Files.writeString(path("prj"), EsriDefinition.of(layer.srid()), StandardCharsets.US_ASCII);
    Files.writeString(path("cpg"), layer.encoding().name(), StandardCharsets.US_ASCII);
    dbf.writeNames(path("fields.csv"));
  }

  private void header(String extension, long lengthInWords) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.putInt(0, MAGIC).putInt(24, (int) lengthInWords);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    if (!bounds.isNull()) {
      header.putDouble(36, bounds.getMinX()).putDouble(44, bounds.getMinY()).putDouble(52, bounds.getMaxX())
          .putDouble(60, bounds.getMaxY());
    }
    try (FileChannel file = FileChannel.open(path(extension), StandardOpenOption.WRITE)) {
      file.write(header, 0);
    }
  }
}
