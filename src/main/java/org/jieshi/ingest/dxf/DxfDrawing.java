package org.jieshi.ingest.dxf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** What a drawing holds, of its entities only: what stands in blocks is told when a block is used. */
final class DxfDrawing {

  /** Vertices and labels; a county's drawing has a tenth. */
  static final int LARGEST = 2_000_000;
  /** What isn't a closed polyline, in Chinese; rarer kinds keep their name. */
  private static final Map<String, String> KINDS_ZH = Map.of("INSERT", "图块", "open POLYLINE", "未闭合多段线", "MESH", "网格",
      "LINE", "直线", "ARC", "圆弧", "CIRCLE", "圆", "POINT", "点", "HATCH", "填充", "SPLINE", "样条曲线", "ELLIPSE", "椭圆");

  private final String fileName;
  private final List<DxfPolyline> closed = new ArrayList<>();
  private final List<DxfLabel> labels = new ArrayList<>();
  private final Map<String, Integer> others = new TreeMap<>();
  private int held;

  private DxfDrawing(String fileName) {
    this.fileName = fileName;
  }

  static DxfDrawing read(TextFile text) throws IOException {
    DxfDrawing drawing = new DxfDrawing(text.name());
    try (DxfPairs pairs = new DxfPairs(text)) {
      drawing.read(pairs);
    }
    return drawing;
  }

  List<DxfPolyline> closed() {
    return closed;
  }

  List<DxfLabel> labels() {
    return labels;
  }

  /** The layers with closed polylines, in the order of the drawing. */
  List<String> closedLayers() {
    return closed.stream().map(DxfPolyline::layer).distinct().toList();
  }

  /** Entities that aren't land, by their names in the format: {@code 3 LINE, 1 INSERT}. */
  Bilingual others() {
    if (others.isEmpty()) {
      return new Bilingual("nothing", "空白");
    }
    return new Bilingual(
        others.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining(", ")),
        others.entrySet().stream()
            .map(each -> each.getValue() + " 个" + KINDS_ZH.getOrDefault(each.getKey(), " " + each.getKey()))
            .collect(Collectors.joining("、")));
  }

  boolean hasOthers() {
    return !others.isEmpty();
  }

  private void read(DxfPairs pairs) throws IOException {
    String section = "";
    boolean more = pairs.next();
    while (more) {
      if (pairs.is(0, "EOF")) {
        return;
      }
      if (pairs.is(0, "SECTION")) {
        more = pairs.next();
        section = more && pairs.code() == 2 ? pairs.value() : "";
      } else if (pairs.is(0, "ENDSEC")) {
        section = "";
        more = pairs.next();
      } else if (pairs.code() == 0 && section.equals("ENTITIES")) {
        more = entity(pairs);
      } else {
        more = pairs.next();
      }
    }
    throw FileFault.DXF_CUT.problem(fileName);
  }

  /** Reads one entity and leaves the pairs at the next {@code 0}. */
  private boolean entity(DxfPairs pairs) throws IOException {
    String kind = pairs.value();
    return switch (kind) {
      case "LWPOLYLINE" -> lightPolyline(pairs);
      case "POLYLINE" -> polyline(pairs);
      case "TEXT", "MTEXT" -> label(pairs, kind);
      default -> {
        if (!kind.equals("ATTRIB") && !kind.equals("SEQEND") && !kind.equals("VERTEX")) {
          others.merge(kind, 1, Integer::sum);
        }
        yield skip(pairs);
      }
    };
  }

  private static boolean skip(DxfPairs pairs) throws IOException {
    boolean more = pairs.next();
    while (more && pairs.code() != 0) {
      more = pairs.next();
    }
    return more;
  }

  private boolean lightPolyline(DxfPairs pairs) throws IOException {
    DxfPolyline line = new DxfPolyline();
    double x = 0;
    boolean more = pairs.next();
    for (; more && pairs.code() != 0; more = pairs.next()) {
      switch (pairs.code()) {
        case 10 -> x = pairs.number();
        case 20 -> {
          line.vertex(x, pairs.number());
          hold();
        }
        case 42 -> line.bulge(pairs.number());
        case 38 -> line.height(pairs.number());
        default -> common(pairs, line);
      }
    }
    keep(line);
    return more;
  }

  private static void common(DxfPairs pairs, DxfPolyline line) throws IOException {
    switch (pairs.code()) {
      case 8 -> line.layer(DxfLabel.plain(pairs.value()));
      case 70 -> line.flags(pairs.integer());
      case 210, 220, 230 -> line.normal((pairs.code() - 210) / 10, pairs.number());
      case 1000 -> line.data(DxfLabel.plain(pairs.value()));
      default -> { }
    }
  }

  /** The older kind: its vertices are entities of their own, up to SEQEND. */
  private boolean polyline(DxfPairs pairs) throws IOException {
    DxfPolyline line = new DxfPolyline();
    boolean more = pairs.next();
    for (; more && pairs.code() != 0; more = pairs.next()) {
      common(pairs, line);
    }
    while (more && pairs.is(0, "VERTEX")) {
      more = vertex(pairs, line);
    }
    if (more && pairs.is(0, "SEQEND")) {
      more = skip(pairs);
    }
    keep(line);
    return more;
  }

  private boolean vertex(DxfPairs pairs, DxfPolyline line) throws IOException {
    double x = 0;
    double y = 0;
    double bulge = 0;
    boolean frame = false;
    boolean more = pairs.next();
    for (; more && pairs.code() != 0; more = pairs.next()) {
      switch (pairs.code()) {
        case 10 -> x = pairs.number();
        case 20 -> y = pairs.number();
        case 30 -> line.height(pairs.number());
        case 42 -> bulge = pairs.number();
        case 70 -> frame = (pairs.integer() & 16) != 0;
        default -> { }
      }
    }
    if (!frame) {
      line.vertex(x, y);
      line.bulge(bulge);
      hold();
    }
    return more;
  }

  private void keep(DxfPolyline line) {
    if (line.isMesh()) {
      others.merge("MESH", 1, Integer::sum);
    } else if (line.isClosed()) {
      closed.add(line);
    } else {
      others.merge("open POLYLINE", 1, Integer::sum);
    }
  }

  private boolean label(DxfPairs pairs, String kind) throws IOException {
    StringBuilder text = new StringBuilder();
    Double x = null;
    double y = 0;
    Double alignedX = null;
    double alignedY = 0;
    boolean aligned = false;
    boolean more = pairs.next();
    for (; more && pairs.code() != 0; more = pairs.next()) {
      switch (pairs.code()) {
        case 1, 3 -> {
          if (pairs.code() == 1 || kind.equals("MTEXT")) {
            text.append(pairs.value());
          }
        }
        case 10 -> x = pairs.number();
        case 20 -> y = pairs.number();
        case 11 -> alignedX = pairs.number();
        case 21 -> alignedY = pairs.number();
        case 72, 73 -> aligned |= kind.equals("TEXT") && pairs.integer() != 0;
        default -> { }
      }
    }
    Coordinate place = place(x, y, aligned ? alignedX : null, alignedY);
    if (place != null) {
      labels.add(new DxfLabel(DxfLabel.plain(text.toString()), place));
      hold();
    }
    return more;
  }

  private static @Nullable Coordinate place(
      @Nullable Double x, double y, @Nullable Double alignedX, double alignedY) {
    return alignedX != null ? new Coordinate(alignedX, alignedY) : x != null ? new Coordinate(x, y) : null;
  }

  private void hold() throws IOException {
    if (++held > LARGEST) {
      throw FileFault.DXF_TOO_LARGE.problem(fileName, LARGEST);
    }
  }
}
