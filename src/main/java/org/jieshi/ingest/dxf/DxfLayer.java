package org.jieshi.ingest.dxf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The closed polylines of one layer of a drawing.
 *
 * @param chosen whether it is the one to take when nobody names another
 * @param all the layers with closed polylines
 */
record DxfLayer(NamedFile file, String name, boolean chosen, List<String> all) implements SurveyLayer {

  @Override
  public String fileName() {
    return file.name();
  }

  @Override
  public Kind kind() {
    return chosen ? Kind.POLYGONS : Kind.OTHER;
  }

  @Override
  public DeclaredSystem declaredSystem() {
    return DeclaredSystem.none(file.name(), FileFault.CRS_NOT_SAID);
  }

  @Override
  public OpenLayer open(int srid, @Nullable String encoding) throws IOException {
    TextFile text = TextFile.of(file, encoding);
    DxfDrawing drawing = DxfDrawing.read(text);
    List<Finding> findings = new ArrayList<>();
    tellTheRest(drawing, findings);
    List<SurveyRecord> records = new DxfParcels(drawing, name, srid, findings).records();
    Set<String> columns = new LinkedHashSet<>();
    records.forEach(record -> columns.addAll(record.values().keySet()));
    return new Open(records, List.copyOf(columns), text.encoding(), findings);
  }

  private void tellTheRest(DxfDrawing drawing, List<Finding> findings) {
    List<String> unread = all.stream().filter(layer -> !layer.equals(name)).toList();
    if (!unread.isEmpty()) {
      findings.add(Finding.ofFile("F2", Severity.ASK, new Bilingual(
          "The layer %s of the drawing was read; closed polylines are also on: %s. Name another one (layerName) if it"
              + " holds the boundaries.",
          "已读取图层 %s；以下图层也有闭合多段线：%s。如界线在其他图层，请填写图层名（layerName）。")
          .formatted(name, String.join(", ", unread))));
    }
    if (drawing.hasOthers()) {
      findings.add(Finding.ofFile("F5", Severity.WARN, new Bilingual(
          "The drawing also holds %s; only closed polylines are land, the rest was left out (INSERT: blocks).",
          "图中还有%2$s，只有闭合多段线作为宗地读取，其余未读取。")
          .formatted(drawing.others().en(), drawing.others().zh())));
    }
    if (drawing.closed().stream().anyMatch(line -> line.layer().equals(name) && line.heights())) {
      findings.add(RecordShapes.heightsDropped(file.name()));
    }
  }

  /** All records at once: see the package. */
  private record Open(List<SurveyRecord> all, List<String> columns, String encoding, List<Finding> findings)
      implements OpenLayer {

    @Override
    public int records() {
      return all.size();
    }

    @Override
    public Records read() {
      Iterator<SurveyRecord> records = all.iterator();
      return new Records() {
        @Override
        public boolean hasNext() {
          return records.hasNext();
        }

        @Override
        public SurveyRecord next() {
          return records.next();
        }

        @Override
        public void close() {
          // nothing is open
        }
      };
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
