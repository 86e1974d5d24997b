package org.jieshi.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.dxf.DxfFormat;
import org.jieshi.ingest.exchange.ExchangeFormat;
import org.jieshi.ingest.geojson.GeoJsonFormat;
import org.jieshi.ingest.geopackage.GeoPackageFormat;
import org.jieshi.ingest.kml.KmlFormat;
import org.jieshi.ingest.points.CsvFormat;
import org.jieshi.ingest.shapefile.ShapefileFormat;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.LayerChoice;
import org.jieshi.ingest.source.Limits;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.Unpack;
import org.jieshi.ingest.source.UploadedFiles;
import org.jieshi.ingest.source.Workspace;
import org.jspecify.annotations.Nullable;

/** The formats an upload may be in. A new one is a package of its own and a line here. */
final class SurveyFormats {

  private static final List<SurveyFormat> ALL = List.of(new ShapefileFormat(), new GeoPackageFormat(), new GeoJsonFormat(),
      new ExchangeFormat(), new KmlFormat(), new DxfFormat(), new CsvFormat());

  private SurveyFormats() {}

  /**
   * The layer to read.
   *
   * @param upload its content, a file or a zip of files
   * @param fileName its name on the surveyor's machine
   * @param layerName which layer to take when there are several, or null
   * @throws FileProblem when there is none that can be read, or several to choose from
   */
  static SurveyLayer layer(Path upload, String fileName, @Nullable String layerName, Workspace workspace)
      throws IOException {
    return new LayerChoice(fileName, layers(upload, fileName, workspace)).choose(layerName);
  }

  /**
   * All layers of an upload; points and lines beside the parcels are their boundary points and lines.
   *
   * @throws FileProblem when nothing in it can be read
   */
  static List<SurveyLayer> layers(Path upload, String fileName, Workspace workspace) throws IOException {
    UploadedFiles files = new Unpack(Limits.DEFAULT, workspace).files(upload, fileName);
    List<SurveyLayer> layers = new ArrayList<>();
    for (SurveyFormat format : ALL) {
      layers.addAll(format.layers(files));
    }
    if (layers.isEmpty() && !files.archive()) {
      throw (NamedFile.extension(fileName).equals("zip") ? FileFault.ARCHIVE_NOT_ZIP : FileFault.FILE_KIND_UNKNOWN)
          .problem(fileName);
    }
    return layers;
  }
}
