package org.jieshi.ingest.shapefile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.UploadedFiles;

/**
 * Shapefiles: files that belong together by name, in any letter case and any folder. The {@code .shx} isn't among them
 * because the index is always rebuilt (rule F2).
 */
public final class ShapefileFormat implements SurveyFormat {

  private static final Set<String> PARTS = Set.of("shp", "dbf", "prj", "cpg");

  @Override
  public String name() {
    return "Shapefile";
  }

  /**
   * A table without shapes beside a whole layer is common (code lists) and doesn't count as a layer; alone it is one
   * whose shapes are missing.
   */
  @Override
  public List<SurveyLayer> layers(UploadedFiles upload) throws FileProblem {
    Map<String, Map<String, NamedFile>> byStem = byStem(upload);
    List<SurveyLayer> layers = having("shp", byStem);
    return layers.isEmpty() ? having("dbf", byStem) : layers;
  }

  private static List<SurveyLayer> having(String part, Map<String, Map<String, NamedFile>> byStem) {
    return byStem.values().stream().filter(parts -> parts.containsKey(part))
        .<SurveyLayer>map(ShapefileLayer::new).toList();
  }

  private static Map<String, Map<String, NamedFile>> byStem(UploadedFiles upload) throws FileProblem {
    Map<String, Map<String, NamedFile>> byStem = new TreeMap<>();
    for (NamedFile file : upload.files()) {
      if (PARTS.contains(file.extension())) {
        String stem = file.stem().toLowerCase(Locale.ROOT);
        if (byStem.computeIfAbsent(stem, any -> new HashMap<>()).put(file.extension(), file) != null) {
          throw FileFault.LAYER_FILE_TWICE.problem(file.name());
        }
      }
    }
    return byStem;
  }
}
