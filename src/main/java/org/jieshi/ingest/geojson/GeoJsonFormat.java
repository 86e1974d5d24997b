package org.jieshi.ingest.geojson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.ingest.source.UploadedFiles;

/** A JSON object that says it is GeoJSON; one layer a file. */
public final class GeoJsonFormat implements SurveyFormat {

  private static final Pattern SAYS_SO = Pattern.compile("\"type\"\\s*:\\s*\"Feature(Collection)?\"|\"features\"\\s*:");

  @Override
  public String name() {
    return "GeoJSON";
  }

  @Override
  public List<SurveyLayer> layers(UploadedFiles upload) throws IOException {
    List<SurveyLayer> layers = new ArrayList<>();
    for (NamedFile file : upload.files()) {
      if (isGeoJson(file)) {
        layers.add(GeoJsonLayer.of(file));
      }
    }
    return layers;
  }

  private static boolean isGeoJson(NamedFile file) throws IOException {
    if (file.extension().equals("geojson")) {
      return true;
    }
    String head = TextFile.head(file.path()).stripLeading();
    return head.startsWith("{") && SAYS_SO.matcher(head).find();
  }
}
