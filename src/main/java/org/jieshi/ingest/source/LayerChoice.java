package org.jieshi.ingest.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sorts the files of an upload into layers, in any letter case and any folder, and takes one (rule F2). */
final class LayerChoice {

  private final String uploadName;
  /** By lower-case stem, in a stable order for messages. */
  private final Map<String, Map<String, NamedFile>> layers = new TreeMap<>();

  LayerChoice(String uploadName, List<NamedFile> files) throws FileProblem {
    this.uploadName = uploadName;
    for (NamedFile file : files) {
      Map<String, NamedFile> layer =
          layers.computeIfAbsent(file.stem().toLowerCase(Locale.ROOT), stem -> new HashMap<>());
      if (layer.put(file.extension(), file) != null) {
        throw FileFault.LAYER_FILE_TWICE.problem(file.name());
      }
    }
  }

  LayerFiles choose(@Nullable String layerName) throws FileProblem {
    Map<String, NamedFile> layer = layerName == null ? onlyOne() : named(layerName);
    NamedFile shp = layer.get("shp");
    NamedFile dbf = layer.get("dbf");
    if (shp == null) {
      throw FileFault.LAYER_FILE_MISSING.problem(layer.values().iterator().next().stem() + ".shp");
    }
    if (dbf == null) {
      throw FileFault.LAYER_FILE_MISSING.problem(shp.stem() + ".dbf");
    }
    NamedFile prj = layer.get("prj");
    NamedFile cpg = layer.get("cpg");
    return new LayerFiles(
        shp.stem(), shp.path(), dbf.path(), prj == null ? null : prj.path(), cpg == null ? null : cpg.path());
  }

  /** A table without a shape beside a whole layer is common (code lists) and doesn't count as a layer. */
  private Map<String, NamedFile> onlyOne() throws FileProblem {
    List<Map<String, NamedFile>> withShape =
        layers.values().stream().filter(layer -> layer.containsKey("shp")).toList();
    if (withShape.size() == 1) {
      return withShape.get(0);
    }
    if (withShape.size() > 1) {
      throw FileFault.LAYER_SEVERAL.problem(uploadName, names(withShape));
    }
    if (layers.size() == 1) {
      return layers.values().iterator().next();
    }
    throw FileFault.LAYER_NONE.problem(uploadName);
  }

  private Map<String, NamedFile> named(String layerName) throws FileProblem {
    String wanted = layerName.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Map<String, NamedFile>> layer : layers.entrySet()) {
      String stem = layer.getKey();
      if (stem.equals(wanted) || stem.substring(stem.lastIndexOf('/') + 1).equals(wanted)) {
        return layer.getValue();
      }
    }
    throw FileFault.LAYER_UNKNOWN.problem(layerName, uploadName, names(List.copyOf(layers.values())));
  }

  private static String names(List<Map<String, NamedFile>> layers) {
    return layers.stream().map(layer -> layer.values().iterator().next().stem()).collect(Collectors.joining(", "));
  }
}
