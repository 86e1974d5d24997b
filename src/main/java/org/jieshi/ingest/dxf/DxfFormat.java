package org.jieshi.ingest.dxf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.ingest.source.UploadedFiles;

/** Each layer of a drawing with closed polylines is a layer; one of the usual names for boundaries is taken first. */
public final class DxfFormat implements SurveyFormat {

  private static final Set<String> BOUNDARY_LAYERS = Set.of("JZD", "JZX", "ZD", "界址线", "宗地", "宗地界线", "权属线");
  private static final Pattern SECTION = Pattern.compile("(?s)\\A\\s*(999\\s*\\R[^\\n]*\\R\\s*)*0\\s*\\R\\s*SECTION\\s");
  private static final String BINARY = "AutoCAD Binary DXF";

  @Override
  public String name() {
    return "DXF";
  }

  @Override
  public List<SurveyLayer> layers(UploadedFiles upload) throws IOException {
    List<SurveyLayer> layers = new ArrayList<>();
    for (NamedFile file : upload.files()) {
      refuseDrawingsOfOtherKinds(file);
      if (file.extension().equals("dxf") || SECTION.matcher(TextFile.head(file.path())).find()) {
        layers.addAll(layers(file));
      }
    }
    return layers;
  }

  private static void refuseDrawingsOfOtherKinds(NamedFile file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file.path())) {
      head = in.readNBytes(BINARY.length());
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.equals(BINARY)) {
      throw FileFault.DXF_BINARY.problem(file.name());
    }
    if (start.matches("(?s)AC10\\d\\d.*")) {
      throw FileFault.DXF_DWG.problem(file.name());
    }
  }

  private static List<SurveyLayer> layers(NamedFile file) throws IOException {
    DxfDrawing drawing = DxfDrawing.read(TextFile.of(file, null));
    List<String> names = drawing.closedLayers();
    if (names.isEmpty()) {
      throw FileFault.DXF_NO_LAND.problem(file.name(), drawing.others().en(), drawing.others().zh());
    }
    List<String> boundaries = names.stream().filter(name -> BOUNDARY_LAYERS.contains(name.toUpperCase())).toList();
    List<SurveyLayer> layers = new ArrayList<>();
    for (String name : names) {
      boolean chosen = boundaries.size() != 1 || boundaries.contains(name);
      layers.add(new DxfLayer(file, name, chosen, names));
    }
    return layers;
  }
}
