package org.jieshi.ingest.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes one of the layers of an upload (rule F2). Points and lines beside the only layer of polygons are its boundary
 * points and lines and need no choice.
 */
public final class LayerChoice {

  private final String uploadName;
  private final List<SurveyLayer> layers;

  public LayerChoice(String uploadName, List<SurveyLayer> layers) {
    this.uploadName = uploadName;
    this.layers = layers;
  }

  /**
   * @param layerName which one to take when there are several, or null
   * @throws FileProblem when there is none, or several to choose from
   */
  public SurveyLayer choose(@Nullable String layerName) throws FileProblem {
    return layerName == null ? onlyOne() : named(layerName);
  }

  private SurveyLayer onlyOne() throws FileProblem {
    if (layers.isEmpty()) {
      throw FileFault.LAYER_NONE.problem(uploadName);
    }
    List<SurveyLayer> polygons = layers.stream().filter(layer -> layer.kind() == SurveyLayer.Kind.POLYGONS).toList();
    if (layers.size() > 1 && polygons.size() != 1) {
      throw FileFault.LAYER_SEVERAL.problem(uploadName, names());
    }
    return layers.size() == 1 ? layers.get(0) : polygons.get(0);
  }

  private SurveyLayer named(String layerName) throws FileProblem {
    String wanted = layerName.toLowerCase(Locale.ROOT);
    for (SurveyLayer layer : layers) {
      String name = layer.name().toLowerCase(Locale.ROOT);
      if (name.equals(wanted) || name.substring(name.lastIndexOf('/') + 1).equals(wanted)) {
        return layer;
      }
    }
    throw FileFault.LAYER_UNKNOWN.problem(layerName, uploadName, names());
  }

  private String names() {
    return layers.stream().map(SurveyLayer::name).collect(Collectors.joining(", "));
  }
}
