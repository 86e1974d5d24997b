package org.jieshi.ingest.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.ingest.source.UploadedFiles;

/** A text with one of the two section heads; one layer a file. */
public final class ExchangeFormat implements SurveyFormat {

  private static final Pattern SECTION = Pattern.compile("(?m)^[\\s\\uFEFF]*[\\[【]\\s*(属性描述|地块坐标)\\s*[]】]");

  @Override
  public String name() {
    return "报盘 TXT";
  }

  @Override
  public List<SurveyLayer> layers(UploadedFiles upload) throws IOException {
    List<SurveyLayer> layers = new ArrayList<>();
    for (NamedFile file : upload.files()) {
      if (SECTION.matcher(TextFile.head(file.path())).find()) {
        layers.add(ExchangeLayer.of(file));
      }
    }
    return layers;
  }
}
