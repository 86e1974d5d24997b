package org.jieshi.huashan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The order in which the demo sends the files, for programs to read. */
final class Story {

  private Story() {}

  /** @param accuracy RMSE of the boundary points, metres */
  record Step(String file, String layer, String accuracy, LocalDate surveyed, int features, String note) {}

  static String json(List<Step> steps) {
    return steps.stream().map(Story::json).collect(Collectors.joining(",\n", """
        {
          "farm": "广西国有华山农场",
          "county": "450721",
          "synthetic": true,
          "steps": [
        """, "\n  ]\n}\n"));
  }

  private static String json(Step step) {
    return """
            {"file": "%s.zip", "layer": "%s", "crs": "EPSG:4524", "accuracy": %s, "surveyed": "%s",
             "features": %d, "note": "%s"}\
        """.formatted(step.file(), step.layer(), step.accuracy(), step.surveyed(), step.features(), step.note());
  }
}
