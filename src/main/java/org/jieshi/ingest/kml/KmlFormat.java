package org.jieshi.ingest.kml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SummarisedLayer;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.ingest.source.UploadedFiles;

/** XML whose first element is {@code kml}; a KMZ is a zip of one. */
public final class KmlFormat implements SurveyFormat {

  private static final Pattern ROOT = Pattern.compile("<(\\w+:)?kml[\\s>]");

  @Override
  public String name() {
    return "KML";
  }

  /** The {@code doc.kml} of a KMZ may hold nothing but links to the layers beside it. */
  @Override
  public List<SurveyLayer> layers(UploadedFiles upload) throws IOException {
    List<SurveyLayer> filled = new ArrayList<>();
    List<SurveyLayer> empty = new ArrayList<>();
    for (NamedFile file : upload.files()) {
      if (isKml(file)) {
        SummarisedLayer layer = KmlLayer.of(file);
        (layer.summary().records() > 0 ? filled : empty).add(layer);
      }
    }
    return filled.isEmpty() ? empty : filled;
  }

  private static boolean isKml(NamedFile file) throws IOException {
    if (file.extension().equals("kml")) {
      return true;
    }
    String head = TextFile.head(file.path()).stripLeading();
    return head.startsWith("<") && ROOT.matcher(head).find();
  }
}
