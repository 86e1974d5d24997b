package org.jieshi.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.dxf.DxfWriter;
import org.jieshi.ingest.exchange.ExchangeWriter;
import org.jieshi.ingest.geojson.GeoJsonWriter;
import org.jieshi.ingest.geopackage.GeoPackageWriter;
import org.jieshi.ingest.kml.KmlWriter;
import org.jieshi.ingest.points.CsvPointWriter;
import org.jieshi.ingest.points.CsvShapeWriter;
import org.jieshi.ingest.shapefile.ShapefileWriter;
import org.jieshi.ingest.source.EncodingName;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.locationtech.jts.geom.Geometry;

/** Writes the records of some systems as one layer in one system. */
final class LayerFile {

  private final ExportSource source;
  private final ExportFormat format;
  private final EncodingName encoding;
  private final LocalDate today;
  private int records;

  LayerFile(ExportSource source, ExportFormat format, EncodingName encoding, LocalDate today) {
    this.source = source;
    this.format = format;
    this.encoding = encoding;
    this.today = today;
  }

  /** How many records went out so far. */
  int records() {
    return records;
  }

  /**
   * @param file where it is put; a shapefile beside it, a GeoPackage that is there already gets one more layer
   * @param name of the layer
   * @param systems the surveyed systems to take
   * @param target the system to write in
   * @return the files it consists of
   */
  List<Path> write(Path file, String name, List<Integer> systems, int target) throws IOException {
    LayerWriter writer = writer(file, new OutputLayer(name, target, source.columns(), encoding,
        source.shapes()));
    int[] number = {0};
    try (writer) {
      for (int srid : systems) {
        source.forEach(srid, record -> put(writer, record, ++number[0], target));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    records += number[0];
    return writer instanceof ShapefileWriter shapefile ? shapefile.files() : List.of(file);
  }

  private static void put(LayerWriter writer, SurveyRecord record, int number, int target) {
    Geometry boundary = Objects.requireNonNull(record.boundary());
    Geometry placed = boundary.getSRID() == target ? boundary
        : CoordinateSystems.transform(boundary, boundary.getSRID(), target);
    try {
      writer.write(new SurveyRecord(number, placed, record.values(), List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LayerWriter writer(Path file, OutputLayer layer) throws IOException {
    ExportSource.ColumnRoles roles = source.roles();
    return switch (format) {
      case SHAPEFILE -> new ShapefileWriter(file.getParent(), layer);
      case GEOPACKAGE -> new GeoPackageWriter(file, layer);
      case GEOJSON -> new GeoJsonWriter(file, layer);
      case CSV -> new CsvShapeWriter(file, layer);
      case POINTS -> new CsvPointWriter(file, layer);
      case EXCHANGE -> new ExchangeWriter(file, layer, new ExchangeWriter.Fields(roles.number(), roles.areaM2(),
          roles.name(), roles.sheet(), roles.landClass()), today);
      case DXF -> new DxfWriter(file, layer, new DxfWriter.Fields(roles.number(), roles.holder(), roles.landClass()));
      case KML -> new KmlWriter(file, layer, roles.number());
    };
  }
}
