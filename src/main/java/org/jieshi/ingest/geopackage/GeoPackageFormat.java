package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.UploadedFiles;

/** An SQLite file with the tables of a GeoPackage; each feature table is a layer. */
public final class GeoPackageFormat implements SurveyFormat {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  @Override
  public String name() {
    return "GeoPackage";
  }

  @Override
  public List<SurveyLayer> layers(UploadedFiles upload) throws IOException {
    List<SurveyLayer> layers = new ArrayList<>();
    for (NamedFile file : upload.files()) {
      if (isSqlite(file.path()) || file.extension().equals("gpkg")) {
        layers.addAll(GeoPackageFile.layers(file, upload.files().size() > 1));
      }
    }
    return layers;
  }

  private static boolean isSqlite(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }
}
