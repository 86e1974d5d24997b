package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DXF drawings as cadastral programs leave them. */
class DrawingFilesTest {

  @TempDir Path directory;

  @Test
  void theBoundaryLayerIsTakenAndTheRestIsTold() throws IOException {
    ReadFile read = read(square("JZD", 0, 0, 100, "") + square("TK", -500, -500, 2000, "") + "0\nINSERT\n2\nB\n");

    assertThat(read.layer()).isEqualTo("JZD");
    assertThat(read.records()).hasSize(1);
    assertThat(read.said()).containsExactly(
        "The layer JZD of the drawing was read; closed polylines are also on: TK. Name another one (layerName) if it holds"
            + " the boundaries.",
        "The drawing also holds 1 INSERT; only closed polylines are land, the rest was left out (INSERT: blocks).");
  }

  @Test
  void whatCassKeepsWithABoundaryAndLabelsInsideItAreItsAttributes() throws IOException {
    String data = "1001\nSOUTH\n1000\n300000\n1000\n450721001002GN00001\n1000\n华山农场\n1000\n021\n";
    ReadFile read = read(square("JZD", 0, 0, 100, data) + label("果园", 50, 50) + label("J1", 1, 1) + label("100.00", 50, 1)
        + square("JZD", 200, 0, 100, "") + label("450721001002GN00002", 250, 50)
        + square("JZD", 400, 0, 100, "") + label("450721001002GN00003", 450, 50) + label("450721001002GN00004", 460, 50));

    assertThat(read.record(1).values())
        .hasToString("{宗地代码=450721001002GN00001, 权利人=华山农场, 地类编码=021, 注记=果园}");
    assertThat(read.record(2).values()).hasToString("{宗地代码=450721001002GN00002}");
    assertThat(read.record(3).values()).isEmpty();
    assertThat(read.said()).containsExactly("Record 3: 2 parcel codes stand inside its boundary (450721001002GN00003,"
        + " 450721001002GN00004), so none was taken.");
  }

  @Test
  void aRingInsideIsAHoleAndOneWithANumberIsAParcelToo() throws IOException {
    ReadFile read = read(square("JZD", 0, 0, 100, "") + label("450721001002GN00001", 5, 5) + square("JZD", 20, 20, 10, "")
        + square("JZD", 60, 60, 10, "") + label("450721001002GN00002", 65, 65));

    assertThat(read.records()).hasSize(2);
    assertThat(read.record(1).boundary().getArea()).isEqualTo(9_800);
    assertThat(read.record(1).value("宗地代码")).isEqualTo("450721001002GN00001");
    assertThat(read.record(2).boundary().getArea()).isEqualTo(100);
    assertThat(read.record(2).value("宗地代码")).isEqualTo("450721001002GN00002");
    assertThat(read.said()).containsExactly("Record 1: 2 closed polylines inside it were taken as holes; check that the land"
        + " in them is others'.");
  }

  @Test
  void aLineDrawnTwiceIsOneParcel() throws IOException {
    ReadFile read = read(square("JZD", 0, 0, 100, "") + square("JZD", 0, 0, 100, ""));

    assertThat(read.records()).hasSize(1);
    assertThat(read.said()).containsExactly(
        "1 closed polylines were drawn twice, one over the other, and were taken once.");
  }

  @Test
  void olderPolylinesAndGbkAreRead() throws IOException {
    String older = "0\nPOLYLINE\n8\n界址线\n66\n1\n70\n1\n" + vertex(0, 0) + vertex(100, 0) + vertex(100, 100) + "0\nSEQEND\n";

    ReadFile read = read(older + label("\\U+5C71\\U+5730", 80, 20));

    assertThat(read.layer()).isEqualTo("界址线");
    assertThat(read.encoding()).isEqualTo("GB18030");
    assertThat(read.record(1).boundary().getArea()).isEqualTo(5_000);
    assertThat(read.record(1).value("注记")).isEqualTo("山地");
  }

  private ReadFile read(String entities) throws IOException {
    String drawing = "0\nSECTION\n2\nENTITIES\n" + entities + "0\nENDSEC\n0\nEOF\n";
    return ReadFile.of(directory, "宗地.dxf", drawing.getBytes(Charset.forName("GBK")), "EPSG:4524");
  }

  private static String square(String layer, int west, int south, int side, String data) {
    return "0\nLWPOLYLINE\n8\n" + layer + "\n90\n4\n70\n1\n" + point(west, south) + point(west + side, south)
        + point(west + side, south + side) + point(west, south + side) + data;
  }

  private static String vertex(int east, int north) {
    return "0\nVERTEX\n8\n界址线\n" + point(east, north);
  }

  private static String point(int east, int north) {
    return "10\n%d\n20\n%d\n".formatted(36_632_000 + east, 2_480_000 + north);
  }

  private static String label(String text, int east, int north) {
    return "0\nTEXT\n8\nZJ\n" + point(east, north) + "40\n2\n1\n" + text + "\n";
  }
}
